# SPDX-License-Identifier: Apache-2.0
"""When an expectation of domain/reproductions/expectations.csv holds in one future, by study and id; and the figures
that the pages show beside the shares."""

from drawn_futures import YEARS
from drawn_studies import (CO_PRODUCTION, HEADROOM_AT_START, QUALITY, SUPPOSED_FOR, TRUST, TRUST_AT_START, UNMET,
                           WHAT_IFS, start_id, what_if_id)

GAP, FUNDING, RECYCLING = "gap before action", "total funding", "behaviour[recycling]"
CARE = ("adult social care older", "adult social care working age", "children social care")
PREVENTIVE = (*CARE, "public health", "education other than schools", "housing and homelessness",
              "culture and leisure")
AGENCIES = ("council", "NHS", "police and justice", "central government", "schools", "housing providers",
            "voluntary sector", "residents")
LAST = YEARS[-1]
STEPS = 8  # of a year


def care_share(draw, scenario, year):
    """Care's share of spend; nil where everything has been cut."""
    spend = sum(draw.figure(scenario, f"spend[{service}]", year) for service in CARE)
    total = draw.figure(scenario, "total spend", year)
    return spend / total if total > 0 else 0


def rise_of_care(draw, scenario):
    return care_share(draw, scenario, LAST) - care_share(draw, scenario, YEARS[0])


def widening(draw, scenario):
    """How much wider the gap gets in the last ten years."""
    return draw.figure(scenario, GAP, LAST) - draw.figure(scenario, GAP, "2022-23")


def bends(draw, scenario, other):
    return widening(draw, scenario) < 0.9 * widening(draw, other)


def unmet_while_first_cut(draw, scenario):
    cut = [year for year in YEARS if draw.figure("carry-on", "cut needed", year) > 0.001][:3]
    return sum(draw.figure(scenario, UNMET, year) for year in cut)


def falls_by(draw, scenario, variable, rate):
    """Whether a stock whose inflow has stopped in 2018 falls by `rate` a year."""
    felt = [draw.figure(scenario, variable, year) for year in ("2019-20", "2020-21", "2024-25")]
    year_on = (1 - draw.drawn(rate) / STEPS) ** STEPS
    return abs(felt[1] / felt[0] / year_on - 1) <= 0.01 and abs(felt[2] / felt[0] / year_on ** 5 - 1) <= 0.01


def within(draw, scenario, other, variable, part):
    """Whether a figure of the last year is that of another scenario, but for a part of it."""
    return abs(draw.difference(scenario, other, variable, LAST)) <= part * abs(draw.figure(other, variable, LAST))


def leaves_nothing(draw, exhortation, other):
    """Whether exhortation that has stopped has left neither co-production nor anything else."""
    return (draw.figure(exhortation, CO_PRODUCTION, LAST) < 0.001 and within(draw, exhortation, other, UNMET, 0.005)
            and within(draw, exhortation, other, TRUST, 0.005))


def prevention_gained(draw):
    return sum(draw.difference("prevention-pooled", "prevention-alone", f"prevention level[{service}]", LAST)
               for service in PREVENTIVE) / len(PREVENTIVE)


def gain_of_all(draw, scenario):
    """What all agencies gain over the years, in cash or not, less what is invested."""
    gains = sum(draw.summed(scenario, f"gain of an agency[{agency}]") for agency in AGENCIES)
    return gains - draw.summed(scenario, "investment")


def change(scenario, other, variable, year=LAST):
    """What a scenario has more than another, as a function of the future."""
    return lambda draw: draw.difference(scenario, other, variable, year)


def lower(scenario, other, variable, year=LAST):
    return lambda draw: draw.difference(scenario, other, variable, year) < 0


def higher(scenario, other, variable, year=LAST):
    return lambda draw: draw.difference(scenario, other, variable, year) > 0


def dearer(scenario, other):
    return lambda draw: draw.summed(scenario, GAP) >= draw.summed(other, GAP)


def negated(holds):
    return lambda draw: not holds(draw)


def trust_apart(draw):
    """Whether two neighbours in starting trust end more than one and a half times as far apart as they began."""
    for headroom in HEADROOM_AT_START:
        for low, high in zip(TRUST_AT_START, TRUST_AT_START[1:]):
            ends = [draw.figure(start_id("new-model", trust, headroom), TRUST, LAST) for trust in (low, high)]
            if abs(ends[1] - ends[0]) > 1.5 * (high - low):
                return True
    return False


def starts_that_bend(draw):
    return [bends(draw, start_id("new-model", trust, headroom), start_id("carry-on", trust, headroom))
            for trust in TRUST_AT_START for headroom in HEADROOM_AT_START]


def verdict_turns(draw):
    return any(starts_that_bend(draw)) and not all(starts_that_bend(draw))


def headroom_lasts(draw):
    return draw.difference(start_id("new-model", 0.6, 100), start_id("new-model", 0.6, 0), GAP, LAST) <= -5


CHOICES = {
    "E1.buys-time": lower("efficiency-only", "carry-on", GAP, "2018-19"),
    "E1.does-not-bend": negated(lambda draw: bends(draw, "efficiency-only", "carry-on")),
    "E2.decays": lambda draw: falls_by(draw, "stopped", "programmes felt", "decay of effects"),
    "F1.crowds-out": lambda draw: rise_of_care(draw, "carry-on") >= 0.05,
    "F1.by-the-rule": lambda draw: rise_of_care(draw, "uniform-cut") < 0.5 * rise_of_care(draw, "carry-on"),
    "F1.statutory-first": lambda draw: care_share(draw, "carry-on-statutory-first", LAST)
                                       > care_share(draw, "carry-on", LAST),
    "F2.better-at-first": lambda draw: unmet_while_first_cut(draw, "uniform-cut")
                                       <= 1.05 * unmet_while_first_cut(draw, "carry-on"),
    "F2.worse-later": lower("uniform-cut", "carry-on", QUALITY, "2024-25"),
    "F3.worse-before": higher("extend", "carry-on", GAP, "2015-16"),
    "F3.better-after": lower("extend", "carry-on", GAP),
    "F4.loops-matter": higher("carry-on", "carry-on-plain", GAP),
    "F5.harsher-statutory": lambda draw: any(draw.figure("carry-on-harsher", "section 114 condition", year) > 0
                                             for year in YEARS),
}
NEW_MODEL = {
    "E3.exhortation": lambda draw: leaves_nothing(draw, "exhortation-only", "carry-on"),
    "E4.programmes": lambda draw: falls_by(draw, "programmes-stopped", "programme coverage[re ablement]",
                                           "decay of effects"),
    "E4.habits": lambda draw: falls_by(draw, "programmes-stopped", "habit[recycling]", "decay of habit"),
    "F6.without-means": lambda draw: draw.figure("co-production-without-means", CO_PRODUCTION, LAST) < 0.001,
    "F6.without-trust": lambda draw: draw.figure("co-production-without-trust", CO_PRODUCTION, LAST)
                                     < 0.5 * draw.figure("co-production", CO_PRODUCTION, LAST),
    "F6.takes-root": lambda draw: draw.figure("new-model", CO_PRODUCTION, LAST) >= 0.05,
    "F7.nudge": lambda draw: draw.figure("nudge", RECYCLING, LAST) > 0,
    "F7.pushed-behaviour": lambda draw: draw.figure("nudge-pushed", RECYCLING, LAST) < 0,
    "F7.pushed-trust": lambda draw: draw.difference("nudge-pushed", "nudge", TRUST, "2022-23") <= -0.01,
    "F7.pushed-gap": higher("nudge-pushed", "carry-on", GAP),
    "F8.dearer-first": higher("new-model", "carry-on", GAP, "2014-15"),
    "F8.bends": lambda draw: bends(draw, "new-model", "carry-on"),
    "F8.gap": lower("new-model", "carry-on", GAP),
    "F8.pays-back": negated(dearer("new-model", "carry-on")),
    "F8.beyond-efficiency": lower("new-model", "efficiency-only", GAP),
    "F8.people": higher("new-model", "carry-on", QUALITY),
    "F8.unmet": lower("new-model", "carry-on", UNMET),
    "F8.trust-rises": lambda draw: draw.figure("new-model", TRUST, LAST) > draw.figure("new-model", TRUST, YEARS[0]),
    "F8.trust-higher": higher("new-model", "carry-on", TRUST),
    "F10.pooled-prevention": lambda draw: prevention_gained(draw) >= 0.01,
    "F10.pooled-gap": lambda draw: draw.difference("prevention-pooled", "prevention-alone", GAP, LAST) <= -1,
    "F10.alone": negated(dearer("prevention-alone", "carry-on")),
    "F10.for-all": lambda draw: gain_of_all(draw, "prevention-alone") > gain_of_all(draw, "carry-on"),
}
WITHOUT = {"R1": "without-r1-doom", "R2": "without-r2-virtuous-circle", "R3": "without-r3-trust-trap",
           "R4": "without-r4-learning", "R5": "without-r5-spread", "R6": "without-r6-neglect",
           "R7": "without-r7-failure-demand", "R8": "without-r8-community", "B1": "without-b1-efficiency",
           "B2": "without-b2-behaviour-decay", "B3": "without-b3-burnout", "B4": "without-b4-refill",
           "B5": "without-b5-expectation", "B6": "without-b6-rationing", "B7": "without-b7-capacity"}
EXPECTED_TO_NARROW = ("R2", "R4", "R5", "B5", "B6")
LOOPS = {f"F11.{loop}": (lower if loop in EXPECTED_TO_NARROW else higher)("all-loops", without, GAP)
         for loop, without in WITHOUT.items()}
LOOPS["F11.R2-matters"] = lambda draw: (draw.difference("all-loops", WITHOUT["R2"], GAP, LAST)
                                        < -0.01 * draw.figure("all-loops", FUNDING, LAST))
LOOPS["F11.R2-trust"] = higher("all-loops", WITHOUT["R2"], TRUST)
STARTS = {"F9.trust-apart": trust_apart, "F9.verdict-turns": verdict_turns, "F9.headroom-lasts": headroom_lasts}

HOLDS = {"barnet-choices": CHOICES, "barnet-new-model": NEW_MODEL, "barnet-loops": LOOPS, "barnet-starts": STARTS,
         "barnet-what-ifs": {}}


def slope_ratio(draw):
    return widening(draw, "new-model") / widening(draw, "carry-on")


def as_number(holds, *scenarios):
    """1 where something holds of scenarios, 0 where not, so that its mean is the share."""
    return lambda draw: float(holds(draw, *scenarios))


def what_if_figures(supposed):
    new, old, told = (what_if_id(scenario, supposed) for scenario in SUPPOSED_FOR)
    return {f"{supposed}: bends": as_number(bends, new, old),
            f"{supposed}: exhortation leaves nothing": as_number(leaves_nothing, told, old),
            f"{supposed}: gap": change(new, old, GAP),
            f"{supposed}: quality": change(new, old, QUALITY)}


# Figures of which the page shows the middle and the ends of 8 of 10 futures, beside the shares.
SHOWN = {
    "barnet-choices": {},
    "barnet-new-model": {
        **{f"new-model gap {year}": change("new-model", "carry-on", GAP, year)
           for year in ("2014-15", "2017-18", "2022-23", "2027-28", LAST)},
        "new-model slope": slope_ratio,
        "new-model investment": lambda draw: draw.figure("new-model", "investment", "2017-18"),
        "new-model fund": lambda draw: draw.figure("new-model", "change fund", LAST),
        "new-model unmet": change("new-model", "carry-on", UNMET),
        "new-model quality": change("new-model", "carry-on", QUALITY),
        "new-model trust": change("new-model", "carry-on", TRUST),
        "new-model set aside": change("new-model", "carry-on", "payment into the change fund"),
        "efficiency gap": change("efficiency-only", "carry-on", GAP),
        "prevention gap": change("prevention-alone", "carry-on", GAP),
        "pooled gap": change("prevention-pooled", "prevention-alone", GAP),
        "pooled set aside": change("prevention-pooled", "prevention-alone", "payment into the change fund"),
        "co-production": lambda draw: draw.figure("co-production", CO_PRODUCTION, LAST),
        "co-production without trust": lambda draw: draw.figure("co-production-without-trust", CO_PRODUCTION, LAST),
    },
    "barnet-loops": {f"loop {loop}": change("all-loops", without, GAP) for loop, without in WITHOUT.items()},
    "barnet-starts": {
        f"{what} {trust} {headroom}": figure(start_id("new-model", trust, headroom),
                                            start_id("carry-on", trust, headroom))
        for trust in TRUST_AT_START for headroom in HEADROOM_AT_START
        for what, figure in (
            ("bends", lambda new, old: as_number(bends, new, old)),
            ("gap", lambda new, old: change(new, old, GAP)),
            ("trust", lambda new, old: lambda draw: draw.figure(new, TRUST, LAST) - draw.figure(new, TRUST, YEARS[0])))
    },
    "barnet-what-ifs": {name: figure for supposed in WHAT_IFS for name, figure in what_if_figures(supposed).items()},
}
