# SPDX-License-Identifier: Apache-2.0
"""The page docs/findings.md, from what tools/expectations has stored."""

import csv
import textwrap

from drawn_futures import ROOT
from drawn_studies import HEADROOM_AT_START, TRUST_AT_START, WHAT_IFS
from expectation_page import NEAR, beside, expectations_table, expected_rows

REDRAWN = ROOT / "domain/reproductions/redraw.csv"
WIDTH = 118
LOOP_NAMES = {
    "R1": "doom: prevention is cut where money is short", "R2": "virtuous circle: those who are heard take part",
    "R3": "trust trap: trust moves tax and take-up", "R4": "learning: better run programmes",
    "R5": "spread: people follow example", "R6": "neglect: unmet need breeds need",
    "R7": "failure demand: bad service comes back", "R8": "community: neighbours keep people independent",
    "B1": "efficiency: savings slow down near their ceiling", "B2": "behaviour decay: habits wear off",
    "B3": "burnout: overload drives helpers away", "B4": "refill: what is freed fills up",
    "B5": "expectation: people get used to less", "B6": "rationing: fewer people qualify",
    "B7": "capacity: staff and places limit what is delivered"}


def wrapped(text, indent=""):
    """Prose in lines of the project's width."""
    return textwrap.fill(" ".join(text.split()), WIDTH, subsequent_indent=indent, break_long_words=False,
                         break_on_hyphens=False) + "\n"


def millions(figure):
    """No finer than it is known: half a million."""
    return "0" if abs(figure) < 0.05 else f"{figure:+.1f}" if abs(figure) < 10 else f"{figure:+.0f}"


def band(figures, text=millions):
    return f"{text(figures['p50'])} | {text(figures['p10'])} to {text(figures['p90'])}"


def share_of(stored, expectation):
    return stored["held"][expectation] / stored["draws"]


def futures(share):
    """A share of futures in words, without saying more than 500 draws can."""
    if share < 0.005:
        return "in hardly any future"
    return "in nearly every future" if share > 0.995 else f"in {100 * share:.0f} of 100 futures"


def tipping_found(stored):
    """What the grid of starts shows, in a clause."""
    turned = share_of(stored, "F9.verdict-turns")
    parts = "no tipping point in trust was found" if share_of(stored, "F9.trust-apart") == 0 \
        else "in some futures neighbouring starts part"
    return f"{parts}; in {turned:.1%} of futures trust or money at the start turns whether the slope bends"


def answer(stored):
    """The findings in a few sentences, each with its share."""
    def often(expectation):
        return futures(share_of(stored, expectation))

    def narrower(supposed):
        return futures(1 - stored["shown"][f"{supposed}: gap"]["above 0"] / stored["draws"])
    gap, cost = (stored["shown"][f"new-model {what}"]["p50"] for what in ("gap 2032-33", "investment"))
    points = [
        f"""**The new model in full bends the slope {often("F8.bends")}**, and makes the gap of 2032-33 smaller
        {often("F8.gap")}. In the middle the gap is {gap:.0f} million wider than when carrying on; what change costs
        was {cost:.0f} million in 2017-18. Beside its efficiency alone its gap is smaller
        {often("F8.beyond-efficiency")}.""",
        f"""**What it costs decides, and nobody has read what it costs.** With all costs at their centre the gap is
        smaller {narrower("costs stand at their centre")}; were somebody else to pay,
        {narrower("somebody else pays")}; did every claim come true at the costs drawn,
        {narrower("every claim comes true")}. Most costs are known to an order of magnitude and drawn by factors: half
        of them lie above their centre, some far above.""",
        f"""**For people** it is better {often("F8.people")}: what the programmes prevent is less than what is cut
        to pay for them. Trust ends higher than when carrying on {often("F8.trust-higher")}.""",
        f"""**Prevention pays** for the council alone {often("F10.alone")}, for all agencies together
        {often("F10.for-all")}: it is paid for by cuts that cost the others. Pooling sustains it
        {often("F10.pooled-prevention")}: where cuts raise need, partners have no gains to share.""",
        f"""**Co-production** without means stalls {often("F6.without-means")}, as it must as built; without trust
        it comes to less than half {often("F6.without-trust")}; in the new model it takes root
        {often("F6.takes-root")}.""",
        f"""**The virtuous circle (R2)** narrows the gap {often("F11.R2")}, and by more than 1% of the money
        {often("F11.R2-matters")}: more taking part overloads a community that shrinks. With burnout cut, R2 and R5
        narrowed it in all of 200 futures (tried before the review's changes).""",
        f"""**A nudge** as in the trials does more good than harm {often("F7.nudge")}; pushed, it moves behaviour
        the wrong way {often("F7.pushed-behaviour")}.""",
        f"""**Starting trust and headroom:** {tipping_found(stored)}. The model as built can hardly have a tipping
        point in starting trust."""]
    return "".join(wrapped("- " + point, "  ") for point in points)


def must_hold(stored):
    plain, held = (stored["shown"][f"{name}: exhortation leaves nothing"]["mean"]
                   for name in ("as drawn", "council tax stays as planned"))
    told = wrapped(f"""**Exhortation does leave something: a discovery, not a bug.** Nothing of it is left in trust or
    co-production. But it cost trust and tax while it lasted, the council raised council tax more than it would
    have, and a rise stays: fifteen years later a little *less* need goes unmet, in some futures by more than 0.5%.
    With council tax held to its plan the expectation holds in {held:.1%} of futures, instead of {plain:.1%}.""")
    table = expectations_table(stored, expected_rows(("barnet-new-model",), "must hold"))
    return f"## What must hold\n\n{table}\n{told}"


def redrawn(stored):
    """What the change of the model after its review was expected to move, and what it moved."""
    lines = ""
    with open(REDRAWN, newline="") as file:
        for row in csv.DictReader(file):
            share = row["figure"] == "share of futures"
            text = "{:.1%}".format if share else millions
            came = share_of(stored, row["id"]) if share else stored["shown"][row["id"]]["p50"]
            judged = beside(float(row["expected"]), came) if share else ""
            lines += (f"| {row['id']} | {row['figure']} | {text(float(row['before']))} "
                      f"| {text(float(row['expected']))} | {text(came)} | {judged} |\n")
    told = wrapped("""After the review three things were changed together: costs known to an order of magnitude are
    drawn by factors, with their middle at their centre ([decision
    62](decisions/0062-orders-of-magnitude-are-drawn-by-factors.md)); openness, power handed over, the deal and honest
    evaluation cost money, and somebody who does several things loads the community once ([decision
    63](decisions/0063-no-way-of-working-is-free.md)). What that would move was
    [committed](../domain/reproductions/redraw.csv) before it was drawn. A middle is in GBP million. The tables above
    and below are of the new draw, held against the expectations of the first.""")
    smaller = share_of(stored, "F8.gap")
    turned = wrapped(f"""**The answer has {"turned" if smaller > 0.5 else "not turned"}, and is less certain:** the gap
    is smaller in {smaller:.1%} of futures. Costs were expected to fall more than they did, for sums of such costs
    have their middle above their centre. Costs also reach lower than before: part of the futures in which the
    model now pays are those in which it is a bargain nobody has seen. *As expected* is within {NEAR:.0%}, a wide
    mark for what is rare.""")
    return f"""\
## Before and after the review

{told}
| | figure | before | expected | came | |
|---|---|---|---|---|---|
{lines}
{turned}"""


def by_year(stored):
    rows = "".join(f"| {year} | {band(stored['shown'][f'new-model gap {year}'])} |\n"
                   for year in ("2014-15", "2017-18", "2022-23", "2027-28", "2032-33"))
    slope, unmet, quality, trust = (stored["shown"][f"new-model {what}"] for what in
                                    ("slope", "unmet", "quality", "trust"))

    def spread(figures, text):
        return f"{text(figures['p50'])} ({text(figures['p10'])} to {text(figures['p90'])})"
    told = wrapped(f"""The gap widens in the last ten years {spread(slope, "{:.2f}".format)} times as fast as when
    carrying on. In 2032-33 {spread(unmet, "{:+,.0f}".format)} people have unmet need, the quality-weighted proxy is
    {spread(quality, "{:+,.0f}".format)} people, and {spread(trust, lambda share: f"{100 * share:+.1f}")} residents
    of 100 trust the council.""")
    return f"""\
## The new model in full, year by year

What it adds to the gap against carrying on, GBP million a year (above 0: wider), future by future.

| year | middle | 8 of 10 futures |
|---|---|---|
{rows}
{told}"""


def what_ifs(stored):
    rows = ""
    for supposed in WHAT_IFS:
        shown = {what: stored["shown"][f"{supposed}: {what}"] for what in ("bends", "gap", "quality")}
        smaller, better = (shown[what]["above 0"] / stored["draws"] for what in ("gap", "quality"))
        rows += (f"| {supposed} | {shown['bends']['mean']:.1%} | {1 - smaller:.1%} | {better:.1%} "
                 f"| {band(shown['gap'])} |\n")
    notes = wrapped("""*Nothing is put aside*: half of what is released goes into the change fund and counts as part
    of the gap; here it does not. *Costs stand at their centre*: of programmes, of means, of experiments, of ways of
    working, and five people reached for one at risk, instead of ranges whose means lie above.""")
    return f"""\
## What the answer hangs on

Looked at *after* the findings, so nothing was expected of it: the new model in full against carrying on, with one
thing supposed otherwise in both. What would have to be true, over all numbers at once, is another analysis.

| supposed | bends the slope | gap of 2032-33 smaller | better for people | gap, middle | 8 of 10 futures |
|---|---|---|---|---|---|
{rows}
{notes}"""


def loops(stored):
    adds = {loop: stored["shown"][f"loop {loop}"] for loop in LOOP_NAMES}
    rows = ""
    for loop in sorted(adds, key=lambda loop: -abs(adds[loop]["p50"])):
        wider = adds[loop]["above 0"] / stored["draws"]
        rows += f"| {loop} {LOOP_NAMES[loop]} | {band(adds[loop])} | {wider:.1%} |\n"
    return f"""\
## What each loop adds

To the gap of 2032-33 with the new model in full, GBP million (above 0: the loop widens it): the run with every loop
less the run with that one cut, in the same future. They do not add up.

| loop | middle | 8 of 10 futures | widens it |
|---|---|---|---|
{rows}
{expectations_table(stored, expected_rows(("barnet-loops",)))}"""


def grid(stored, what, text):
    lines = ["| trust at start | " + " | ".join(f"{headroom} million" for headroom in HEADROOM_AT_START) + " |\n",
             "|---|" + "---|" * len(HEADROOM_AT_START) + "\n"]
    for trust in TRUST_AT_START:
        cells = [text(stored["shown"][f"{what} {trust} {headroom}"]) for headroom in HEADROOM_AT_START]
        lines.append(f"| {trust:.0%} | " + " | ".join(cells) + " |\n")
    return "".join(lines)


def tipping(stored):
    built = wrapped("""**Little of this is a finding about the world.** In the model trust is drawn back to where it
    began, and all that it does it does by its distance from there: a place of low trust is a place whose people are
    used to low trust. Such a model can hardly have a tipping point in *starting* trust
    ([review](reviews/part-two-read-cold.md)).""")
    opening = wrapped(f"""The new model in full from 25 starts: residents' trust and money in the change fund in
    2012-13. As far as these go, **{tipping_found(stored)}**.""")
    return f"""\
## Starting trust and headroom

{opening}
{expectations_table(stored, expected_rows(("barnet-starts",)))}
Futures in which the slope bends:

{grid(stored, "bends", lambda figures: f"{figures['mean']:.1%}")}
Gap of 2032-33 against carrying on from the same start, GBP million, middle:

{grid(stored, "gap", lambda figures: millions(figures["p50"]))}
Residents' trust in 2032-33 less that at the start, of 100 residents, middle:

{grid(stored, "trust", lambda figures: f"{100 * figures['p50']:+.1f}")}
{built}"""


def findings_page(stored):
    return f"""\
# What the new model was found to do

Written by `tools/expectations findings` from {stored["draws"]} futures of Barnet, drawn from the register with the
seed {stored["seed"]}, each met by every scenario. What was expected was
[committed](../domain/reproductions/expectations.csv) before any were drawn; part one is in
[expectations](expectations.md). A finding came *as expected* within {NEAR:.0%} of the share expected; it cannot
fail. The error is the sampling error of the share: it says nothing of what the model has wrong. The model was
[read cold](reviews/part-two-read-cold.md) for anything rigged, either way.

## In short

{answer(stored)}
{must_hold(stored)}
## Findings

{expectations_table(stored, expected_rows(("barnet-new-model",), "finding"))}
{redrawn(stored)}
{by_year(stored)}
{what_ifs(stored)}
{loops(stored)}
{tipping(stored)}"""
