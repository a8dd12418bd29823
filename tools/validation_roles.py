# SPDX-License-Identifier: Apache-2.0
"""The part of docs/validation.md on what each row is worth: what was fitted, given or predicted, and why."""

from validation_tables import table

ROWS = (
    ("F2", "given", "none",
     "Outturn and the forecast of March 2012 are carried into a chart; the model computes nothing of it. The tolerance "
     "of 3.5 says how far the database's own sides differ"),
    ("F3", "one figure fitted, one a base, the rest consistent", "1: pressures grow 2.45% a year",
     "Four definitions (budget, base year, environment as waste, repeat of the grants' fall) were chosen in view of "
     "the figures, so that agreement shows that they can hold together. Shortfall and growth follow from gap and "
     "income. Growth of the gap misses its 5%, the fall after debt falls short of its more than 90%"),
    ("F4 (a)", "fitted", "2: growth of 2.15% a year relative to the money; the threshold of 75%",
     "Twenty years is a fit by construction, five to seven follow from the threshold. Base figures are the return's"),
    ("F4 (b)", "consistent", "none further",
     "Crossing years come from the drivers, but most of these are assumptions of people who knew the claim, and the "
     "threshold was fitted to it. Shown for both readings of flat money, not judged"),
    ("D", "given", "none", "The national projection of people by age is carried in"),
    ("A", "neither: two readings are printed", "none of its own",
     "Words and amounts of the source do not fit each other; the model's one rate is net of efficiency and fitted "
     "elsewhere"),
    ("C", "consistent", "none; the total is told",
     "Weights are the register's and never fitted. But register and rule were written by people who had seen the "
     "national cuts to 2017-18, and care is chained over a break with a factor known after the event"),
    ("G", "predicted in the first line, given in the second", "none",
     "First line: national changes of tax and grants, and each council's mix, make the slope. Second line: told each "
     "council's own, which leaves little to predict"),
    ("B", "predicted, not blind", "the spread of each service, from years before the origin",
     "No method is told what came after the origin, but for the factor over the break in children's care. Rule and "
     "weights are row C's, so their authors knew the years that are forecast"),
)


def part():
    return ("## What each row is worth\n\n"
            "Of the figures that the model was asked to reproduce. Only *predicted* ones are tests.\n\n" +
            table(["row", "role", "fitted", "why"], ROWS) + "\n")
