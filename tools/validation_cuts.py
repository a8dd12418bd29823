# SPDX-License-Identifier: Apache-2.0
"""The part of docs/validation.md on how services were cut: rows C, G and A of what the model is to reproduce, and what
the cutting rule puts into the answer."""

import csv
import json
import statistics
import tempfile

from validation_tables import ROOT, made_by, numbers_of, per_cent, table

FOLDER = ROOT / "domain/reproductions"
RULE = "as observed"
ENDED = "as observed, ended grants first"
LAST_PUBLISHED = "2017-18"
CARE = ("adult social care older", "adult social care working age", "children social care")
CHOICES = (("as observed", "carry-on"), ("statutory first", "carry-on-statutory-first"), ("uniform", "uniform-cut"))


def published():
    with open(FOLDER / "cuts.csv", encoding="utf-8", newline="") as lines:
        return {(row["id"], row["until"]): float(row["published"]) for row in csv.DictReader(lines)}


def stored():
    """The stored figures, the shortest window first."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("cuts-*.json"))]


def rule_of(result, name):
    return next(rule for rule in result["rules"] if rule["rule"] == name)


def verdict(is_reproduced):
    return "reproduced" if is_reproduced else "**not reproduced**"


def mean_error(said, seen):
    return sum(abs(said[block] - seen[block]) for block in seen) / len(seen)


def ranks(values):
    """The place of each in order; those that are alike share the mean of theirs."""
    alike = [round(value, 9) for value in values]
    ordered = sorted(alike)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in alike]


def rank_correlation(said, seen):
    return statistics.correlation(ranks([said[block] for block in seen]), ranks(list(seen.values())))


def said_for_published(result, figures):
    """What the weights say, and what was published, for the year whose returns are not here. A cut by weights is the
    total times a pattern, so that of another total is the stored one in proportion."""
    seen = {block: figures[f"C.change.{block}", LAST_PUBLISHED] / 100 for block in result["before"]}
    total = sum(seen[block] * spend for block, spend in result["before"].items()) / result["total_before"]
    change = rule_of(result, "by protection alone")["change"]
    return {block: one * total / result["total_change"] for block, one in change.items()}, seen, total


def ended_for_published(results, total):
    """The same with grants that ended: a straight line in the total, which two stored windows give."""
    early, late = results[-2], results[-1]
    reach = (total - early["total_change"]) / (late["total_change"] - early["total_change"])
    return {block: first + reach * (rule_of(late, ENDED)["change"][block] - first)
            for block, first in rule_of(early, ENDED)["change"].items()}


def services_table(results, figures):
    said_later, seen_later, total = said_for_published(results[-1], figures)
    header, rows = ["service"], [[block] for block in seen_later] + [["*all seven*"]]
    for result in results:
        header += [f"seen to {result['to']}", "by the weights"]
        said = rule_of(result, RULE)["change"]
        for row, block in zip(rows, seen_later):
            row += [per_cent(result["change"][block]), per_cent(said[block])]
        rows[-1] += [per_cent(result["total_change"]), "told"]
    header += [f"published to {LAST_PUBLISHED}", "by the weights"]
    for row, block in zip(rows, seen_later):
        row += [per_cent(seen_later[block]), per_cent(said_later[block])]
    rows[-1] += [per_cent(total), "told"]
    return table(header, rows)


def row_c(results, figures):
    bar, rank_bar = figures["C.error", ""], figures["C.rank", ""]
    said_later, seen_later, _ = said_for_published(results[-1], figures)
    errors = [(result["to"], rule_of(result, RULE)["mean_error"]) for result in results]
    errors.append((LAST_PUBLISHED, mean_error(said_later, seen_later)))
    rows = [[f"mean error over the seven, to {year}", f"at most {bar:g} points", f"{100 * error:.1f} points",
             verdict(100 * error <= bar)] for year, error in errors]
    correlations = [(result["to"], rule_of(result, RULE)["rank_correlation"]) for result in results]
    correlations.append((LAST_PUBLISHED, rank_correlation(said_later, seen_later)))
    rows += [[f"rank correlation, to {year}", f"at least {rank_bar:g}", f"{rank:.2f}", verdict(rank >= rank_bar)]
             for year, rank in correlations]
    last = results[-1]
    ours, scaled, national = (100 * rule_of(last, name)["council_weighted"] for name in
                              (RULE, "national change scaled to the known total", "national change"))
    rows.append([f"error over councils, to {last['to']}", f"to match {scaled:.1f}%, what was seen nationally, scaled "
                 f"to the council's total; everyone the national change: {national:.1f}%", f"{ours:.1f}%",
                 verdict(ours <= scaled)])
    return ("## Row C: which services were cut\n\n"
            f"{last['councils']} councils that run care, spend in prices of {last['from']}, change in per cent. "
            "Weights are the protection of each service in law (`domain/evidence/duties.csv`, by the rule of "
            "[decision 11](decisions/0011-how-a-gap-is-closed.md)); they stood in the register before the returns of "
            "all councils were read here, and a test holds the model to them. **Fitted: nothing.** Told: the total. "
            "Chosen in view of what was seen: seven services, care over the break of 2014-15 by a national factor, and "
            "the rule itself, whose authors knew the national cuts. "
            f"The column of {LAST_PUBLISHED} is an earlier calculation's, and what stands beside it is drawn on from "
            "the total alone: a rule over councils cannot be held against it. **What is missing** is the revenue "
            "outturn summaries of 2016-17 and 2017-18 (the Department's workbooks of single authorities): every year "
            "of a window is needed, since the model runs through them. The price index here reaches to 2017-18; with "
            f"the two returns in the folder the same command with `--to {LAST_PUBLISHED}` is all that is left to do, "
            "but for the lines that the return of 2017-18 numbers anew (880, 885), which were not tried.\n\n" +
            services_table(results, figures) + "\n" +
            table(["figure", "expected", "came", ""], rows) +
            f"\nTo {LAST_PUBLISHED} the earlier calculation gave "
            f"{figures['C.councils.national', LAST_PUBLISHED]:g}% and "
            f"{figures['C.councils.scaled', LAST_PUBLISHED]:g}% for the two methods that the last row is held against. "
            "Planning and housing fell much further than the law explains.\n\n" + ended_part(results, figures))


def ended_part(results, figures):
    """The reading with grants that ended: its own verdicts, which do not touch those of the rule."""
    bar, rank_bar = figures["C.error", ""], figures["C.rank", ""]
    _, seen_later, total = said_for_published(results[-1], figures)
    later = ended_for_published(results, total)
    blocks = list(seen_later)
    said = [(result["to"], rule_of(result, ENDED)["change"], result["change"]) for result in results]
    said.append((LAST_PUBLISHED, later, seen_later))
    rows = [[f"to {year}", *(per_cent(change[block]) for block in blocks),
             f"{100 * mean_error(change, seen):.1f} points",
             f"{rank_correlation(change, seen):.2f}",
             "would do" if 100 * mean_error(change, seen) <= bar and rank_correlation(change, seen) >= rank_bar
             else "would **not** do"] for year, change, seen in said]
    plain, ended = (per_cent(rule_of(results[-1], name)["council_weighted"]) for name in (RULE, ENDED))
    return ("**Grants that ended, first** ([decision 57](decisions/0057-grants-that-ended.md), written before it was "
            "computed). Two grants by name, of 534 million together in 2010-11 (`ended-grants.csv`), were not paid "
            "again, and what they paid for (planning and economy) goes with them; the rest is cut as observed. "
            "*Given*: their amounts, published in 2011. **Fitted: nothing**; but they were looked for since planning "
            "was seen to be missed, so that this is *consistent* and no test: the verdicts above stand. Per cent:\n\n" +
            table(["", *blocks, "off", "rank correlation", "held to the same aims"], rows) +
            f"\nOver councils, to {results[-1]['to']}: {ended}% ({plain}% without). Housing is missed as before: its "
            "largest grant, Supporting People, was moved into general grant in 2011, which is no end of it.\n\n")


def rules_table(result):
    rows = [["*what was seen*", per_cent(result["care_share_after"]), per_cent(result["change"]["care"]), "", "",
             f"{result['care_response']:.2f}"]]
    rows += [[rule["rule"], per_cent(rule["care_share"]), per_cent(rule["change"]["care"]),
              per_cent(rule["mean_error"]), per_cent(rule["council_weighted"]), f"{rule['care_response']:.2f}"]
             for rule in result["rules"]]
    return table(["rule", "care's share in the end", "change of care", "off, over services", "off, over councils",
                  "care falls where the total falls 1% further"], rows)


def choices_table(numbers, years):
    rows = []
    for rule, scenario in CHOICES:
        row = [rule]
        for year in years:
            spend = {key[3]: value for key, value in numbers.items() if key[:3] == (scenario, year, "spend")}
            row.append(per_cent(sum(spend[service] for service in CARE) / sum(spend.values())))
        rows.append(row + [f"{numbers[scenario, years[-1], 'gap before action', '']:.0f}"])
    return rows


def rule_part(results, figures):
    with tempfile.TemporaryDirectory(prefix="commonweal-validation-") as folder:
        numbers = numbers_of("barnet-choices", folder)
    years = ("2012-13", "2022-23", "2032-33")
    rows = choices_table(numbers, years)
    rise, first_rise, even_rise = (float(row[3]) - float(row[1]) for row in rows)
    last = results[-1]
    seen = ", ".join(f"{result['care_response']:.2f} to {result['to']}" for result in results)
    return ("## What the cutting rule puts into the answer\n\n"
            "The model's default shares a cut *as observed*: the part that all councils cut goes by protection in law, "
            "what a council cuts beyond it falls on all services alike. *Statutory first* pays protected services in "
            "full while there is anything else to cut, as the projections of 2012 suppose. Both held against the "
            f"returns from {last['from']} to {last['to']}, told the total; the model's own lines have growth of need "
            "and all loops as well. Per cent:\n\n" + rules_table(last) +
            "\n*National change* is told what all other councils did, so that it misses nothing over services by "
            f"construction. Care's share was {per_cent(last['care_share_before'])}% at the start. The last column is "
            "what parts the "
            "rules: where a council's total fell 1% further, told by its dependence on grants, care fell nearly as "
            "much "
            f"({seen}; the earlier calculation gave {figures['C.care-response.2013-14', '2013-14']:.2f} to 2013-14 and "
            f"{figures['C.care-response.2017-18', LAST_PUBLISHED]:.2f} to {LAST_PUBLISHED}). As observed says "
            f"{rule_of(last, RULE)['care_response']:.2f}, by construction of its second part; statutory first "
            f"{rule_of(last, 'statutory first')['care_response']:.2f}, which the returns refute. The second part was "
            "written after such returns had been seen, so that its success is no test of it.\n\n"
            "What the rule puts into Barnet's answer (`domain/studies/barnet-choices.toml`, money of the review of "
            "2010, every loop on): care's share of spend on services in per cent, and the gap before action in GBP "
            "million.\n\n" +
            table(["rule", *years, f"gap in {years[-1]}"], rows) +
            f"\nOf the rise of {rise:.1f} points by {years[-1]} as observed, {rise - even_rise:.1f} are the rule's and "
            f"{even_rise:.1f} would be there under a cut alike for all; statutory first makes it {first_rise:.1f}. "
            "That "
            "care crowds out the rest is in this model mostly what the rule says, not what it finds. For one place "
            "alone "
            "the whole cut counts as common to all councils, so that as observed is there by protection alone.\n\n")


def slope_cells(slope):
    reach = 1.96 * slope["standard_error"]
    middle = slope["slope"]
    return f"{middle:.2f} ({middle - reach:.2f} to {middle + reach:.2f})", f"{slope['correlation']:.2f}"


def row_g(results, figures):
    rows = []
    for result in results:
        seen, model = result["grant_dependence"]["seen"], result["grant_dependence"]["model"]
        expected = figures.get(("G.slope.2012-13", result["to"]))
        slope, correlation = slope_cells(seen)
        rows.append([f"returns, to {result['to']}", f"{expected:.2f}" if expected else "", slope, correlation,
                     verdict(abs(seen["slope"] - expected) <= 0.03) if expected else ""])
        if model is None:
            continue
        inside = abs(model["slope"] - seen["slope"]) <= 1.96 * seen["standard_error"]
        rows.append([f"model, to {result['to']}", "inside the range above", f"{model['slope']:.2f}",
                     f"{model['correlation']:.2f}", verdict(inside)])
        own = result["grant_dependence"]["model_own_money"]
        inside = abs(own["slope"] - seen["slope"]) <= 1.96 * seen["standard_error"]
        rows.append([f"model told each council's own tax and grants, to {result['to']}", "the same",
                     f"{own['slope']:.2f}", f"{own['correlation']:.2f}", verdict(inside)])
    last = results[-1]["grant_dependence"]
    classes = "; ".join(f"{one['class']} {slope_cells(one)[0]}" for one in last["by_class"])
    return ("## Row G: cuts rise with dependence on grants\n\n"
            "Real change of spend on the seven services against 1 - council tax / (council tax + support grant, "
            "business "
            f"rates and area-based grant) of {results[-1]['from']}; the slope says how many points further spend fell "
            "where dependence was a point higher. Eight of ten councils lie between "
            f"{last['low']:.2f} and {last['high']:.2f}. In brackets, where 95 of 100 such lines would lie. "
            "**Fitted: nothing.** The model is told the change of all councils' tax and of all their grants together, "
            "and which part of each council's money is which; it spends what there is.\n\n" +
            table(["figure", "expected", "slope", "correlation", ""], rows) +
            "\nTold each council's own tax and general grants, as the settlement of two years had them, the model "
            "tests no more than that spend follows money; the slope comes nearer, since the grants of those who "
            "depended on them fell further. What is still missing is specific grants, which ended where councils "
            "depended on them and which the returns do not name. It is not asked beyond 2012-13, for council tax and "
            "business rates were counted "
            f"anew in 2013-14. By class of council, to {results[-1]['to']}: {classes}. The earlier calculation gave "
            f"{figures['G.slope.2017-18', LAST_PUBLISHED]:.2f} to {LAST_PUBLISHED}, whose returns are not here.\n\n")


def yearly_growth(first, last, years=12):
    return 100 * ((last / first) ** (1 / years) - 1)


def row_a(results, figures):
    with tempfile.TemporaryDirectory(prefix="commonweal-validation-") as folder:
        numbers = numbers_of("england-2010", folder)
    amount, share = figures["A.amount", "2022-23"], figures["A.share", "2022-23"] / 100
    services = results[-1]["all_services"] / 1000
    budget = numbers["lga-2012", "2010-11", "income", ""] / 1000
    pressures = {year: numbers["lga-2012", year, "pressures", ""] / 1000 for year in ("2018-19", "2019-20")}
    rate = pressures["2019-20"] / pressures["2018-19"]
    model_path = pressures["2019-20"] * rate ** 3  # the study ends in 2019-20
    whole = amount / share
    rows = [["as the words say: a share of the path", f"{whole:.1f}", f"{whole - amount:.1f}", per_cent(share),
             f"{yearly_growth(services, whole):.1f}% from {services:.1f}"],
            ["a share of what was spent", f"{whole + amount:.1f}", f"{whole:.1f}", per_cent(amount / (whole + amount)),
             f"{yearly_growth(budget, whole + amount):.1f}% from {budget:.1f}"]]
    return ("## Row A: how far below the path of costs and demand\n\n"
            f"The Local Government Association said in 2024 that spend on services in 2022-23 was {100 * share:.1f}%, "
            f"GBP {amount:g} billion, below what costs and demand since 2010-11 would have made of it. The two "
            "figures allow "
            "two readings; neither is judged, for nobody says which is meant. **Not reproduced by the model**: its one "
            f"rate of pressure, {100 * (rate - 1):.2f}% a year, was fitted to the gap of 2012 and is net of the "
            "efficiency supposed then, and "
            "this path is gross of it. GBP billion:\n\n" +
            table(["reading", "path in 2022-23", "spent", "below the path, %", "yearly growth of the path"], rows) +
            f"\nThe model's path of 2012 reaches {model_path:.1f} in 2022-23 at its rate. Growth is counted from "
            f"{services:.1f}, services and levies of all councils in the returns of {results[-1]['from']}, or from "
            f"{budget:.1f}, the budget that the projection of 2012 begins with. An earlier calculation found no "
            "total near "
            f"{whole - amount:.1f} in later returns, so that the second reading is the likelier.\n\n")


def part():
    results, figures = stored(), published()
    return (row_c(results, figures) + rule_part(results, figures) + row_g(results, figures) + row_a(results, figures) +
            made_by(results) + "\n")
