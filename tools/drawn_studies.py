# SPDX-License-Identifier: Apache-2.0
"""The studies whose futures expectations are held against: those of domain/studies, with scenarios beside them that
only an expectation asks for."""

from drawn_futures import study_text

UNMET, QUALITY, TRUST, CO_PRODUCTION = ("total unmet need", "total quality weighted people", "residents trust",
                                        "total co production")

# A programme of part one that runs for five years, drawn beside the choices.
STOPPED = '''
[[scenario]]
id = "stopped"
name = "A programme of five years"
extends = "carry-on"
[scenario.set]
"lever intensity[programmes]" = 1
"lever start year[programmes]" = 2013
"lever end year[programmes]" = 2018
'''

TRUST_AT_START = (0.3, 0.4, 0.5, 0.6, 0.7)    # of residents
HEADROOM_AT_START = (0, 25, 50, 100, 200)     # GBP million in the change fund


def start_id(scenario, trust, headroom):
    return f"{scenario}-trust-{round(100 * trust)}-fund-{headroom}"


def starts_text():
    """The new model in full, and carrying on, from every start of the grid."""
    text = study_text("barnet-new-model").split('[[scenario]]\nid = "efficiency-only"')[0]
    for trust in TRUST_AT_START:
        for headroom in HEADROOM_AT_START:
            for scenario in ("new-model", "carry-on"):
                name = start_id(scenario, trust, headroom)
                text += (f'[[scenario]]\nid = "{name}"\nname = "{name}"\n'
                         f'extends = "{scenario}"\n[scenario.set]\n"trust at start" = {trust}\n'
                         f'"opening change fund" = {headroom}\n')
    return text


COSTS_AT_CENTRE = """
"people to reach for one at risk" = 5
"cost of means per resident" = 5e-06
"cost of an experiment per resident" = 3e-07
"cost of a way of working per resident[openness]" = 3e-07
"cost of a way of working per resident[power handed over]" = 1e-06
"cost of a way of working per resident[the deal]" = 1e-06
"cost of a way of working per resident[honest evaluation]" = 5e-07
"cost of a programme per person[prevention older]" = 0.0003
"cost of a programme per person[prevention working age]" = 0.0005
"cost of a programme per person[prevention families]" = 0.0005
"cost of a programme per person[prevention homelessness]" = 0.001
"cost of a programme per person[crisis recovery]" = 0.003
"cost of a programme per person[re ablement]" = 0.0021
"cost of a programme per person[family key working]" = 0.019
"cost of a programme per person[community building]" = 2e-06
"cost of a programme per person[shared living]" = 0.003
"cost of a programme per person[personal budgets]" = 0.0002
"cost of a programme per person[behaviour change]" = 2e-06
"cost of a programme per person[staff and culture]" = 1e-06
"cost of a programme per person[road safety]" = 2e-06
"""
FREE = """
"cost of a programme per person" = 0
"cost of means per resident" = 0
"cost of an experiment per resident" = 0
"cost of a way of working per resident" = 0
"""
ALL_TRUE = """
"realisation of programmes" = 1
"realisation for co production" = 1
"realisation of business cases" = 1
"""
# What is supposed otherwise, in the new model in full and in carrying on alike. Looked at after the findings, to see
# what they hang on: nothing was expected of these.
WHAT_IFS = {
    "as drawn": "",
    "nothing is put aside": '"lever intensity[reinvestment]" = 0\n',
    "costs stand at their centre": COSTS_AT_CENTRE,
    "somebody else pays": FREE,
    "every claim comes true": ALL_TRUE,
    "every claim comes true and somebody else pays": ALL_TRUE + FREE,
    "neglect breeds no need": '"loop R6 neglect" = 0\n',
    "council tax stays as planned": '"council tax may close a gap" = 0\n',
}
SUPPOSED_FOR = ("new-model", "carry-on", "exhortation-only")


def what_if_id(scenario, supposed):
    return f"{scenario}-if-{supposed.replace(' ', '-')}"


def what_ifs_text():
    """The scenarios that the what-ifs are about, under each of them."""
    text = study_text("barnet-new-model").split('[[scenario]]\nid = "programmes-stopped"')[0]
    for supposed, settings in WHAT_IFS.items():
        for scenario in SUPPOSED_FOR:
            name = what_if_id(scenario, supposed)
            text += (f'[[scenario]]\nid = "{name}"\nname = "{name}"\nextends = "{scenario}"\n'
                     f'[scenario.set]\n{settings}\n')
    return text


# What is drawn: the study's text, and the variables whose figures are looked at.
STUDIES = {
    "barnet-choices": (lambda: study_text("barnet-choices") + STOPPED,
                       ("spend", "total spend", "cut needed", UNMET, QUALITY, "section 114 condition",
                        "programmes felt")),
    "barnet-new-model": (lambda: study_text("barnet-new-model"),
                         (UNMET, QUALITY, TRUST, CO_PRODUCTION, "behaviour", "habit", "programme coverage",
                          "prevention level", "gain of an agency", "investment", "change fund",
                          "payment into the change fund")),
    "barnet-loops": (lambda: study_text("barnet-loops"), (UNMET, QUALITY, TRUST)),
    "barnet-starts": (starts_text, (TRUST,)),
    "barnet-what-ifs": (what_ifs_text, (UNMET, QUALITY, TRUST, CO_PRODUCTION)),
}
