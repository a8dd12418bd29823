"""
Python model 'public-services.py'
Translated using PySD
"""

from pathlib import Path
import numpy as np
import xarray as xr

from pysd.py_backend.functions import sum, if_then_else, integer, zidz
from pysd.py_backend.statefuls import Integ, Initial, SampleIfTrue
from pysd.py_backend.data import TabData
from pysd import Component

__pysd_version__ = "3.14.3"

__data = {"scope": None, "time": lambda: 0}

_root = Path(__file__).parent


_subscript_dict = {
    "Service": [
        "adult social care older",
        "adult social care working age",
        "children social care",
        "public health",
        "education other than schools",
        "highways and transport",
        "housing and homelessness",
        "culture and leisure",
        "environment and waste",
        "planning and economy",
        "central services",
    ],
    "Care": [
        "adult social care older",
        "adult social care working age",
        "children social care",
    ],
    "Universal": [
        "highways and transport",
        "culture and leisure",
        "environment and waste",
        "planning and economy",
        "central services",
    ],
    "Cohort": [
        "older people",
        "working age disabled",
        "children and families",
        "homeless households",
        "people in crisis",
    ],
    "Age": [
        "age 0 to 17",
        "age 18 to 64",
        "age 65 to 74",
        "age 75 to 84",
        "age 85 plus",
    ],
    "Older": ["age 65 to 74", "age 75 to 84", "age 85 plus"],
    "Source": [
        "council tax",
        "general grant",
        "business rates",
        "social care grants",
        "other specific grants",
    ],
    "Grant": [
        "general grant",
        "business rates",
        "social care grants",
        "other specific grants",
    ],
    "Item": [
        "levies",
        "capital financing",
        "housing benefit and council tax benefit",
        "schools and education",
        "other items below the line",
    ],
}

component = Component()

#######################################################################
#                          CONTROL VARIABLES                          #
#######################################################################

_control_vars = {
    "initial_time": lambda: 2012,
    "final_time": lambda: 2047,
    "time_step": lambda: 0.125,
    "saveper": lambda: 0.125,
}


def _init_outer_references(data):
    for key in data:
        __data[key] = data[key]


@component.add(name="Time")
def time():
    """
    Current time of the model.
    """
    return __data["time"]()


@component.add(
    name="INITIAL TIME", units="year", comp_type="Constant", comp_subtype="Normal"
)
def initial_time():
    """
    First of April on which the run begins.
    """
    return __data["time"].initial_time()


@component.add(
    name="FINAL TIME", units="year", comp_type="Constant", comp_subtype="Normal"
)
def final_time():
    """
    First of April on which the run ends.
    """
    return __data["time"].final_time()


@component.add(
    name="TIME STEP", units="year", comp_type="Constant", comp_subtype="Normal"
)
def time_step():
    """
    An eighth of a year.
    """
    return __data["time"].time_step()


@component.add(
    name="SAVEPER", units="year", comp_type="Constant", comp_subtype="Normal"
)
def saveper():
    """
    Results are kept at every step and added up to financial years afterwards.
    """
    return __data["time"].saveper()


#######################################################################
#                           MODEL VARIABLES                           #
#######################################################################


@component.add(
    name="population",
    units="person",
    subscripts=["Age"],
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={"time": 1, "__data__": "_data_population"},
)
def population():
    """
    People living in the place at mid year, by age. The figure of a financial year steps in on 1 April and holds until 31 March.
    """
    return _data_population(time())


_data_population = TabData(
    "population", "population", {"Age": _subscript_dict["Age"]}, "hold_backward"
)


@component.add(
    name="total population",
    units="person",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"population": 1},
)
def total_population():
    """
    Everybody who lives in the place.
    """
    return sum(population().rename({"Age": "Age!"}), dim=["Age!"])


@component.add(
    name="share aged 65 and over",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"population": 1, "total_population": 1},
)
def share_aged_65_and_over():
    """
    How many of the residents are 65 or older.
    """
    return (
        sum(
            population().loc[_subscript_dict["Older"]].rename({"Age": "Older!"}),
            dim=["Older!"],
        )
        / total_population()
    )


@component.add(
    name="risk weight",
    units="dimensionless",
    subscripts=["Cohort", "Age"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def risk_weight():
    """
    Risk of need of one person of each age, against the average of the cohort: a cohort a row, an age a column. A person of 85 or more counts about nine times one of 65 to 74.
    """
    return xr.DataArray(
        [
            [0.0, 0.0, 0.35, 1.1, 3.3],
            [0.0, 1.0, 0.0, 0.0, 0.0],
            [1.0, 0.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 0.0, 0.0],
        ],
        {"Cohort": _subscript_dict["Cohort"], "Age": _subscript_dict["Age"]},
        ["Cohort", "Age"],
    )


@component.add(
    name="local need index",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def local_need_index():
    """
    Need of the place against a place of the same ages elsewhere. 1: like the country.
    """
    return xr.DataArray(1, {"Cohort": _subscript_dict["Cohort"]}, ["Cohort"])


@component.add(
    name="other need growth",
    units="1/year",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def other_need_growth():
    """
    Yearly growth of need that age does not explain: longer lives with a disability, more children at risk, dearer rents.
    """
    return xr.DataArray(
        [0.0, 0.0125, 0.0125, 0.01, 0.0],
        {"Cohort": _subscript_dict["Cohort"]},
        ["Cohort"],
    )


@component.add(
    name="need weighted population",
    units="person",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "local_need_index": 1,
        "population": 1,
        "risk_weight": 1,
        "other_need_growth": 1,
        "years_since_base": 1,
        "one_year": 1,
    },
)
def need_weighted_population():
    """
    People of each cohort, weighted by the risk of their age and by how need has grown since the base year.
    """
    return (
        local_need_index()
        * sum(
            population().rename({"Age": "Age!"})
            * risk_weight().rename({"Age": "Age!"}).transpose("Age!", "Cohort"),
            dim=["Age!"],
        )
        * (1 + other_need_growth() * one_year()) ** years_since_base()
    )


@component.add(
    name="moderate share at start",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def moderate_share_at_start():
    """
    Share of the cohort with moderate need, such as help at home, in the base year.
    """
    return xr.DataArray(
        [0.08, 0.0075, 0.03, 0.004, 0.01],
        {"Cohort": _subscript_dict["Cohort"]},
        ["Cohort"],
    )


@component.add(
    name="complex share at start",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def complex_share_at_start():
    """
    Share of the cohort with complex need, such as a care home or a foster home, in the base year.
    """
    return xr.DataArray(
        [0.02, 0.0015, 0.006, 0.002, 0.003],
        {"Cohort": _subscript_dict["Cohort"]},
        ["Cohort"],
    )


@component.add(
    name="recovery rate",
    units="1/year",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def recovery_rate():
    """
    Share of the people with moderate need who become independent in a year.
    """
    return xr.DataArray(
        [0.2, 0.1, 0.5, 0.5, 0.4], {"Cohort": _subscript_dict["Cohort"]}, ["Cohort"]
    )


@component.add(
    name="step down rate",
    units="1/year",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def step_down_rate():
    """
    Share of the people with complex need whose need becomes moderate in a year.
    """
    return xr.DataArray(
        [0.05, 0.05, 0.2, 0.3, 0.2], {"Cohort": _subscript_dict["Cohort"]}, ["Cohort"]
    )


@component.add(
    name="moderate turnover rate",
    units="1/year",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def moderate_turnover_rate():
    """
    Share of the people with moderate need who die, move or grow out of the cohort in a year; independent people take their places.
    """
    return xr.DataArray(
        [0.15, 0.03, 0.2, 0.3, 0.1], {"Cohort": _subscript_dict["Cohort"]}, ["Cohort"]
    )


@component.add(
    name="complex turnover rate",
    units="1/year",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def complex_turnover_rate():
    """
    Share of the people with complex need who die, move or grow out of the cohort in a year; independent people take their places.
    """
    return xr.DataArray(
        [0.3, 0.03, 0.25, 0.3, 0.1], {"Cohort": _subscript_dict["Cohort"]}, ["Cohort"]
    )


@component.add(
    name="escalation rate",
    units="1/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "step_down_rate": 1,
        "complex_turnover_rate": 1,
        "complex_share_at_start": 1,
        "moderate_share_at_start": 1,
    },
)
def escalation_rate():
    """
    Share of the people with moderate need whose need becomes complex in a year: the rate that replaces those who leave complex need, so that its share stays as it is.
    """
    return (
        (step_down_rate() + complex_turnover_rate())
        * complex_share_at_start()
        / moderate_share_at_start()
    )


@component.add(
    name="onset rate",
    units="1/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "escalation_rate": 1,
        "recovery_rate": 1,
        "moderate_turnover_rate": 1,
        "moderate_share_at_start": 2,
        "complex_share_at_start": 2,
        "step_down_rate": 1,
    },
)
def onset_rate():
    """
    Share of the independent people who come to need help in a year: the rate that replaces those who leave moderate need, so that its share stays as it is.
    """
    return (
        (escalation_rate() + recovery_rate() + moderate_turnover_rate())
        * moderate_share_at_start()
        - step_down_rate() * complex_share_at_start()
    ) / (1 - moderate_share_at_start() - complex_share_at_start())


@component.add(
    name="independent share",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_independent_share": 1},
    other_deps={
        "_integ_independent_share": {
            "initial": {"moderate_share_at_start": 1, "complex_share_at_start": 1},
            "step": {
                "people_recovering": 1,
                "people_leaving_moderate_need": 1,
                "people_leaving_complex_need": 1,
                "people_developing_need": 1,
                "need_weighted_population": 1,
            },
        }
    },
)
def independent_share():
    """
    Share of the cohort that needs no help from the council.
    """
    return _integ_independent_share()


_integ_independent_share = Integ(
    lambda: (
        people_recovering()
        + people_leaving_moderate_need()
        + people_leaving_complex_need()
        - people_developing_need()
    )
    / need_weighted_population(),
    lambda: 1 - moderate_share_at_start() - complex_share_at_start(),
    "_integ_independent_share",
)


@component.add(
    name="moderate share",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_moderate_share": 1},
    other_deps={
        "_integ_moderate_share": {
            "initial": {"moderate_share_at_start": 1},
            "step": {
                "people_developing_need": 1,
                "people_stepping_down": 1,
                "people_escalating": 1,
                "people_recovering": 1,
                "people_leaving_moderate_need": 1,
                "need_weighted_population": 1,
            },
        }
    },
)
def moderate_share():
    """
    Share of the cohort with moderate need.
    """
    return _integ_moderate_share()


_integ_moderate_share = Integ(
    lambda: (
        people_developing_need()
        + people_stepping_down()
        - people_escalating()
        - people_recovering()
        - people_leaving_moderate_need()
    )
    / need_weighted_population(),
    lambda: moderate_share_at_start(),
    "_integ_moderate_share",
)


@component.add(
    name="complex share",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_complex_share": 1},
    other_deps={
        "_integ_complex_share": {
            "initial": {"complex_share_at_start": 1},
            "step": {
                "people_escalating": 1,
                "people_stepping_down": 1,
                "people_leaving_complex_need": 1,
                "need_weighted_population": 1,
            },
        }
    },
)
def complex_share():
    """
    Share of the cohort with complex need.
    """
    return _integ_complex_share()


_integ_complex_share = Integ(
    lambda: (
        people_escalating() - people_stepping_down() - people_leaving_complex_need()
    )
    / need_weighted_population(),
    lambda: complex_share_at_start(),
    "_integ_complex_share",
)


@component.add(
    name="independent people",
    units="person",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"independent_share": 1, "need_weighted_population": 1},
)
def independent_people():
    """
    People who need no help from the council. When the population of a year steps in, each state takes its share of the change.
    """
    return independent_share() * need_weighted_population()


@component.add(
    name="people with moderate need",
    units="person",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"moderate_share": 1, "need_weighted_population": 1},
)
def people_with_moderate_need():
    """
    People with moderate need.
    """
    return moderate_share() * need_weighted_population()


@component.add(
    name="people with complex need",
    units="person",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"complex_share": 1, "need_weighted_population": 1},
)
def people_with_complex_need():
    """
    People with complex need.
    """
    return complex_share() * need_weighted_population()


@component.add(
    name="people developing need",
    units="person/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"independent_people": 1, "onset_rate": 1},
)
def people_developing_need():
    """
    Independent people who come to need help.
    """
    return independent_people() * onset_rate()


@component.add(
    name="people escalating",
    units="person/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"people_with_moderate_need": 1, "escalation_rate": 1},
)
def people_escalating():
    """
    People whose moderate need becomes complex.
    """
    return people_with_moderate_need() * escalation_rate()


@component.add(
    name="people recovering",
    units="person/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"people_with_moderate_need": 1, "recovery_rate": 1},
)
def people_recovering():
    """
    People with moderate need who become independent again.
    """
    return people_with_moderate_need() * recovery_rate()


@component.add(
    name="people stepping down",
    units="person/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"people_with_complex_need": 1, "step_down_rate": 1},
)
def people_stepping_down():
    """
    People whose complex need becomes moderate.
    """
    return people_with_complex_need() * step_down_rate()


@component.add(
    name="people leaving moderate need",
    units="person/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"people_with_moderate_need": 1, "moderate_turnover_rate": 1},
)
def people_leaving_moderate_need():
    """
    People with moderate need who die, move or grow out of the cohort and are replaced by independent people.
    """
    return people_with_moderate_need() * moderate_turnover_rate()


@component.add(
    name="people leaving complex need",
    units="person/year",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"people_with_complex_need": 1, "complex_turnover_rate": 1},
)
def people_leaving_complex_need():
    """
    People with complex need who die, move or grow out of the cohort and are replaced by independent people.
    """
    return people_with_complex_need() * complex_turnover_rate()


@component.add(
    name="relative cost of complex need",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def relative_cost_of_complex_need():
    """
    Cost of a year of complex need against a year of moderate need.
    """
    return xr.DataArray(
        [2.8, 5.0, 5.0, 3.0, 3.0], {"Cohort": _subscript_dict["Cohort"]}, ["Cohort"]
    )


@component.add(
    name="weighted need",
    units="person",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "people_with_moderate_need": 1,
        "people_with_complex_need": 1,
        "relative_cost_of_complex_need": 1,
    },
)
def weighted_need():
    """
    Need of the cohort, counted in people with moderate need who would cost as much.
    """
    return (
        people_with_moderate_need()
        + relative_cost_of_complex_need() * people_with_complex_need()
    )


@component.add(
    name="weighted need at start",
    units="person",
    subscripts=["Cohort"],
    comp_type="Stateful",
    comp_subtype="Initial",
    depends_on={"_initial_weighted_need_at_start": 1},
    other_deps={
        "_initial_weighted_need_at_start": {"initial": {"weighted_need": 1}, "step": {}}
    },
)
def weighted_need_at_start():
    """
    Need of the cohort in the base year.
    """
    return _initial_weighted_need_at_start()


_initial_weighted_need_at_start = Initial(
    lambda: weighted_need(), "_initial_weighted_need_at_start"
)


@component.add(
    name="people served",
    units="person",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"population": 4, "total_population": 3},
)
def people_served():
    """
    People in the ages a service is for.
    """
    value = xr.DataArray(np.nan, {"Service": _subscript_dict["Service"]}, ["Service"])
    value.loc[["adult social care older"]] = sum(
        population().loc[_subscript_dict["Older"]].rename({"Age": "Older!"}),
        dim=["Older!"],
    )
    value.loc[["adult social care working age"]] = float(
        population().loc["age 18 to 64"]
    )
    value.loc[["children social care"]] = float(population().loc["age 0 to 17"])
    value.loc[["education other than schools"]] = float(population().loc["age 0 to 17"])
    value.loc[["public health"]] = total_population()
    value.loc[["housing and homelessness"]] = total_population()
    value.loc[_subscript_dict["Universal"]] = total_population()
    return value


@component.add(
    name="people served at start",
    units="person",
    subscripts=["Service"],
    comp_type="Stateful",
    comp_subtype="Initial",
    depends_on={"_initial_people_served_at_start": 1},
    other_deps={
        "_initial_people_served_at_start": {"initial": {"people_served": 1}, "step": {}}
    },
)
def people_served_at_start():
    """
    People in the ages a service is for, in the base year.
    """
    return _initial_people_served_at_start()


_initial_people_served_at_start = Initial(
    lambda: people_served(), "_initial_people_served_at_start"
)


@component.add(
    name="growth in people served",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"people_served": 1, "people_served_at_start": 1},
)
def growth_in_people_served():
    """
    People in the ages a service is for, against the base year.
    """
    return people_served() / people_served_at_start()


@component.add(
    name="growth in need",
    units="dimensionless",
    subscripts=["Cohort"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"weighted_need": 1, "weighted_need_at_start": 1},
)
def growth_in_need():
    """
    Need of a cohort against the base year.
    """
    return weighted_need() / weighted_need_at_start()


@component.add(
    name="growth in need behind",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"growth_in_need": 6, "growth_in_people_served": 1},
)
def growth_in_need_behind():
    """
    Need of the cohort that a service is there for, against the base year. A universal service has no such cohort: what is needed there is needed by everybody.
    """
    value = xr.DataArray(np.nan, {"Service": _subscript_dict["Service"]}, ["Service"])
    value.loc[["adult social care older"]] = float(growth_in_need().loc["older people"])
    value.loc[["adult social care working age"]] = float(
        growth_in_need().loc["working age disabled"]
    )
    value.loc[["children social care"]] = float(
        growth_in_need().loc["children and families"]
    )
    value.loc[["education other than schools"]] = float(
        growth_in_need().loc["children and families"]
    )
    value.loc[["public health"]] = float(growth_in_need().loc["people in crisis"])
    value.loc[["housing and homelessness"]] = float(
        growth_in_need().loc["homeless households"]
    )
    value.loc[_subscript_dict["Universal"]] = (
        growth_in_people_served()
        .loc[_subscript_dict["Universal"]]
        .rename({"Service": "Universal"})
        .values
    )
    return value


@component.add(
    name="share of demand from need",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def share_of_demand_from_need():
    """
    Part of the demand for a service that follows the need of its cohort. The rest follows the number of people in the ages it is for.
    """
    return xr.DataArray(
        [1.0, 1.0, 1.0, 0.3, 0.3, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0],
        {"Service": _subscript_dict["Service"]},
        ["Service"],
    )


@component.add(
    name="growth in demand",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "share_of_demand_from_need": 2,
        "growth_in_need_behind": 1,
        "growth_in_people_served": 1,
    },
)
def growth_in_demand():
    """
    Demand for a service against the base year.
    """
    return (
        share_of_demand_from_need() * growth_in_need_behind()
        + (1 - share_of_demand_from_need()) * growth_in_people_served()
    )


@component.add(
    name="pressures by assumed rate",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def pressures_by_assumed_rate():
    """
    1: the cost of every service grows at one assumed rate and the drivers are left aside, as in the projections of 2012. 0: people, need and prices drive it.
    """
    return 0


@component.add(
    name="people index",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"pressures_by_assumed_rate": 1, "growth_in_people_served": 1},
)
def people_index():
    """
    Factor of cost growth that comes from the number of people. 1 in the base year.
    """
    return if_then_else(
        pressures_by_assumed_rate() == 1,
        lambda: xr.DataArray(1, {"Service": _subscript_dict["Service"]}, ["Service"]),
        lambda: growth_in_people_served(),
    )


@component.add(
    name="need index",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "pressures_by_assumed_rate": 1,
        "growth_in_people_served": 1,
        "growth_in_demand": 1,
    },
)
def need_index():
    """
    Factor of cost growth that comes from need for each person: older ages among the old, and the growth that age does not explain. 1 in the base year.
    """
    return if_then_else(
        pressures_by_assumed_rate() == 1,
        lambda: xr.DataArray(1, {"Service": _subscript_dict["Service"]}, ["Service"]),
        lambda: growth_in_demand() / growth_in_people_served(),
    )


@component.add(
    name="general inflation",
    units="1/year",
    comp_type="Constant",
    comp_subtype="Normal",
)
def general_inflation():
    """
    Yearly rise of prices in the whole economy (GDP deflator).
    """
    return 0.022


@component.add(
    name="real price growth",
    units="1/year",
    subscripts=["Service"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def real_price_growth():
    """
    Yearly rise of what a unit of the service costs, beyond general inflation.
    """
    return xr.DataArray(0, {"Service": _subscript_dict["Service"]}, ["Service"])


@component.add(
    name="assumed pressure rate",
    units="1/year",
    subscripts=["Service"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def assumed_pressure_rate():
    """
    Yearly growth of the cost of a service, price and volume together, where pressures go by an assumed rate.
    """
    return xr.DataArray(0.0245, {"Service": _subscript_dict["Service"]}, ["Service"])


@component.add(
    name="price index",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "pressures_by_assumed_rate": 1,
        "assumed_pressure_rate": 1,
        "years_since_base": 2,
        "one_year": 3,
        "real_price_growth": 1,
        "general_inflation": 1,
    },
)
def price_index():
    """
    Factor of cost growth that comes from prices, or the whole growth where pressures go by an assumed rate. 1 in the base year.
    """
    return if_then_else(
        pressures_by_assumed_rate() == 1,
        lambda: (1 + assumed_pressure_rate() * one_year()) ** years_since_base(),
        lambda: (
            (1 + general_inflation() * one_year())
            * (1 + real_price_growth() * one_year())
        )
        ** years_since_base(),
    )


@component.add(
    name="base spend",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={"time": 1, "__data__": "_data_base_spend"},
)
def base_spend():
    """
    What the place spent on each service in the base year, net of fees and of income from others.
    """
    return _data_base_spend(time())


_data_base_spend = TabData(
    "base spend", "base_spend", {"Service": _subscript_dict["Service"]}, "hold_backward"
)


@component.add(
    name="cost of base service level",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"base_spend": 1, "people_index": 1, "need_index": 1, "price_index": 1},
)
def cost_of_base_service_level():
    """
    What it would cost to serve need as well as in the base year.
    """
    return base_spend() * people_index() * need_index() * price_index()


@component.add(
    name="years to the reference level",
    units="year",
    comp_type="Constant",
    comp_subtype="Normal",
)
def years_to_the_reference_level():
    """
    The service level that counts as full is the one of the budget so many years after the base year. 0: the service of the base year itself.
    """
    return 0


@component.add(
    name="reference year",
    units="year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"base_year": 1, "years_to_the_reference_level": 1},
)
def reference_year():
    """
    Financial year whose service level counts as full from then on.
    """
    return base_year() + years_to_the_reference_level()


@component.add(
    name="change in reference service level",
    units="1/year",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "years_to_the_reference_level": 1,
        "financial_year": 1,
        "reference_year": 1,
        "at_year_end": 1,
        "service_level": 1,
        "reference_service_level": 1,
    },
)
def change_in_reference_service_level():
    """
    At the end of the reference year the service level of its budget becomes the reference.
    """
    return if_then_else(
        np.logical_and(
            years_to_the_reference_level() > 0, financial_year() == reference_year()
        ),
        lambda: reference_service_level() * (service_level() - 1) * at_year_end(),
        lambda: xr.DataArray(0, {"Service": _subscript_dict["Service"]}, ["Service"]),
    )


@component.add(
    name="reference service level",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_reference_service_level": 1},
    other_deps={
        "_integ_reference_service_level": {
            "initial": {},
            "step": {"change_in_reference_service_level": 1},
        }
    },
)
def reference_service_level():
    """
    The service level against which the gap is measured, as a share of that of the base year.
    """
    return _integ_reference_service_level()


_integ_reference_service_level = Integ(
    lambda: change_in_reference_service_level(),
    lambda: xr.DataArray(1, {"Service": _subscript_dict["Service"]}, ["Service"]),
    "_integ_reference_service_level",
)


@component.add(
    name="required spend",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"cost_of_base_service_level": 1, "reference_service_level": 1},
)
def required_spend():
    """
    What it would cost to keep the reference service level.
    """
    return cost_of_base_service_level() * reference_service_level()


@component.add(
    name="total required spend",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"required_spend": 1},
)
def total_required_spend():
    """
    Required spend on all services.
    """
    return sum(required_spend().rename({"Service": "Service!"}), dim=["Service!"])


@component.add(
    name="care required",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"required_spend": 1},
)
def care_required():
    """
    Required spend on the three care services.
    """
    return sum(
        required_spend().loc[_subscript_dict["Care"]].rename({"Service": "Care!"}),
        dim=["Care!"],
    )


@component.add(
    name="announced funding",
    units="GBP million/year",
    subscripts=["Source"],
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={"time": 1, "__data__": "_data_announced_funding"},
)
def announced_funding():
    """
    Funding as received or announced, by source, up to the last year announced.
    """
    return _data_announced_funding(time())


_data_announced_funding = TabData(
    "announced funding",
    "announced_funding",
    {"Source": _subscript_dict["Source"]},
    "hold_backward",
)


@component.add(
    name="last announced year",
    units="year",
    subscripts=["Source"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def last_announced_year():
    """
    Last financial year, by its first of April, for which funding from a source is known or announced.
    """
    return xr.DataArray(2012, {"Source": _subscript_dict["Source"]}, ["Source"])


@component.add(
    name="years after announcement",
    units="dimensionless",
    subscripts=["Source"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"financial_year": 1, "last_announced_year": 1, "one_year": 1},
)
def years_after_announcement():
    """
    Years since the last one for which funding is known.
    """
    return np.maximum(0, financial_year() - last_announced_year()) / one_year()


@component.add(
    name="envelope follows inflation",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def envelope_follows_inflation():
    """
    1: funding and what stands below the line grow with general inflation, flat in real terms. 0: flat in cash.
    """
    return 1


@component.add(
    name="inflation in envelope",
    units="1/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"general_inflation": 1, "envelope_follows_inflation": 1},
)
def inflation_in_envelope():
    """
    Inflation that the money for services is given.
    """
    return general_inflation() * envelope_follows_inflation()


@component.add(
    name="grant growth",
    units="1/year",
    subscripts=["Grant"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def grant_growth():
    """
    Yearly growth of a grant after the last announced year, on top of the inflation in the envelope.
    """
    return xr.DataArray(0, {"Grant": _subscript_dict["Grant"]}, ["Grant"])


@component.add(
    name="council tax rise beyond inflation",
    units="1/year",
    comp_type="Constant",
    comp_subtype="Normal",
)
def council_tax_rise_beyond_inflation():
    """
    Yearly rise of the council tax of a household, on top of the inflation in the envelope.
    """
    return 0


@component.add(
    name="council tax base growth",
    units="1/year",
    comp_type="Constant",
    comp_subtype="Normal",
)
def council_tax_base_growth():
    """
    Yearly growth of the number of homes that pay, in band D equivalents.
    """
    return 0


@component.add(
    name="planned council tax rise",
    units="1/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "inflation_in_envelope": 1,
        "one_year": 3,
        "council_tax_rise_beyond_inflation": 1,
    },
)
def planned_council_tax_rise():
    """
    Rise of the council tax of a household that the funding supposes. A plan above the referendum limit supposes that voters agree or that the limit is raised.
    """
    return (
        (1 + inflation_in_envelope() * one_year())
        * (1 + council_tax_rise_beyond_inflation() * one_year())
        - 1
    ) / one_year()


@component.add(
    name="funding growth after announcement",
    units="1/year",
    subscripts=["Source"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "planned_council_tax_rise": 1,
        "one_year": 6,
        "council_tax_base_growth": 1,
        "inflation_in_envelope": 1,
        "grant_growth": 1,
    },
)
def funding_growth_after_announcement():
    """
    Growth of grants after the last announced year.
    """
    value = xr.DataArray(np.nan, {"Source": _subscript_dict["Source"]}, ["Source"])
    value.loc[["council tax"]] = (
        (1 + planned_council_tax_rise() * one_year())
        * (1 + council_tax_base_growth() * one_year())
        - 1
    ) / one_year()
    value.loc[_subscript_dict["Grant"]] = (
        (
            (1 + inflation_in_envelope() * one_year())
            * (1 + grant_growth() * one_year())
            - 1
        )
        / one_year()
    ).values
    return value


@component.add(
    name="funding",
    units="GBP million/year",
    subscripts=["Source"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "announced_funding": 1,
        "funding_growth_after_announcement": 1,
        "years_after_announcement": 1,
        "one_year": 1,
    },
)
def funding():
    """
    Money the place is given, before it acts on a gap.
    """
    return (
        announced_funding()
        * (1 + funding_growth_after_announcement() * one_year())
        ** years_after_announcement()
    )


@component.add(
    name="total funding",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"funding": 1},
)
def total_funding():
    """
    Money from all sources, before action.
    """
    return sum(funding().rename({"Source": "Source!"}), dim=["Source!"])


@component.add(
    name="base below the line",
    units="GBP million/year",
    subscripts=["Item"],
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={"time": 1, "__data__": "_data_base_below_the_line"},
)
def base_below_the_line():
    """
    What stood below the line in the base year.
    """
    return _data_base_below_the_line(time())


_data_base_below_the_line = TabData(
    "base below the line",
    "base_below_the_line",
    {"Item": _subscript_dict["Item"]},
    "hold_backward",
)


@component.add(
    name="below the line growth",
    units="1/year",
    subscripts=["Item"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def below_the_line_growth():
    """
    Yearly growth of an item below the line, on top of the inflation in the envelope.
    """
    return xr.DataArray(0, {"Item": _subscript_dict["Item"]}, ["Item"])


@component.add(
    name="below the line",
    units="GBP million/year",
    subscripts=["Item"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "base_below_the_line": 1,
        "below_the_line_growth": 1,
        "inflation_in_envelope": 1,
        "years_since_base": 1,
        "one_year": 2,
    },
)
def below_the_line():
    """
    What stands below the line.
    """
    return (
        base_below_the_line()
        * (
            (1 + inflation_in_envelope() * one_year())
            * (1 + below_the_line_growth() * one_year())
        )
        ** years_since_base()
    )


@component.add(
    name="total below the line",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"below_the_line": 1},
)
def total_below_the_line():
    """
    All that stands below the line.
    """
    return sum(below_the_line().rename({"Item": "Item!"}), dim=["Item!"])


@component.add(
    name="planned payment into earmarked reserves",
    units="GBP million/year",
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={"time": 1, "__data__": "_data_planned_payment_into_earmarked_reserves"},
)
def planned_payment_into_earmarked_reserves():
    """
    What the plan pays into reserves set aside for a purpose, in prices of the base year where the envelope follows inflation. Below zero: taken out.
    """
    return _data_planned_payment_into_earmarked_reserves(time())


_data_planned_payment_into_earmarked_reserves = TabData(
    "planned payment into earmarked reserves",
    "planned_payment_into_earmarked_reserves",
    {},
    "hold_backward",
)


@component.add(
    name="planned payment into unallocated reserves",
    units="GBP million/year",
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={
        "time": 1,
        "__data__": "_data_planned_payment_into_unallocated_reserves",
    },
)
def planned_payment_into_unallocated_reserves():
    """
    The same for reserves that are not set aside.
    """
    return _data_planned_payment_into_unallocated_reserves(time())


_data_planned_payment_into_unallocated_reserves = TabData(
    "planned payment into unallocated reserves",
    "planned_payment_into_unallocated_reserves",
    {},
    "hold_backward",
)


@component.add(
    name="growth of planned payments",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"inflation_in_envelope": 1, "one_year": 1, "years_since_base": 1},
)
def growth_of_planned_payments():
    """
    Planned payments into reserves keep their part of the envelope.
    """
    return (1 + inflation_in_envelope() * one_year()) ** years_since_base()


@component.add(
    name="planned contribution to reserves",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "growth_of_planned_payments": 1,
        "planned_payment_into_unallocated_reserves": 1,
        "planned_payment_into_earmarked_reserves": 1,
    },
)
def planned_contribution_to_reserves():
    """
    What the plan pays into reserves, before action on a gap.
    """
    return growth_of_planned_payments() * (
        planned_payment_into_earmarked_reserves()
        + planned_payment_into_unallocated_reserves()
    )


@component.add(
    name="money for services",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "total_funding": 1,
        "total_below_the_line": 1,
        "planned_contribution_to_reserves": 1,
    },
)
def money_for_services():
    """
    The envelope: what is left for services.
    """
    return total_funding() - total_below_the_line() - planned_contribution_to_reserves()


@component.add(
    name="care share of money for services",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"care_required": 1, "money_for_services": 1},
)
def care_share_of_money_for_services():
    """
    How much of the money for services care would take. At 1 nothing is left for anything else.
    """
    return care_required() / money_for_services()


@component.add(
    name="care share of required spend",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"care_required": 1, "total_required_spend": 1},
)
def care_share_of_required_spend():
    """
    Care in what all services would cost.
    """
    return care_required() / total_required_spend()


@component.add(
    name="pressures",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"total_required_spend": 1, "total_below_the_line": 1},
)
def pressures():
    """
    All that would have to be paid for: services and what stands below the line.
    """
    return total_required_spend() + total_below_the_line()


@component.add(
    name="care share of pressures",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"care_required": 1, "pressures": 1},
)
def care_share_of_pressures():
    """
    Care in all that would have to be paid for.
    """
    return care_required() / pressures()


@component.add(
    name="gap before action",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "pressures": 1,
        "planned_contribution_to_reserves": 1,
        "total_funding": 1,
    },
)
def gap_before_action():
    """
    What would be missing if nothing were done about it. Below zero: a surplus.
    """
    return pressures() + planned_contribution_to_reserves() - total_funding()


@component.add(
    name="shortfall",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"gap_before_action": 1, "pressures": 1},
)
def shortfall():
    """
    The gap as a share of all that would have to be paid for.
    """
    return gap_before_action() / pressures()


@component.add(
    name="money for other services",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"total_funding": 1, "care_required": 1, "required_spend": 1},
)
def money_for_other_services():
    """
    Left for everything else, items below the line included, once care and the environment, with waste, are paid for in full.
    """
    return (
        total_funding()
        - care_required()
        - float(required_spend().loc["environment and waste"])
    )


@component.add(
    name="money after capital financing",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"money_for_other_services": 1, "below_the_line": 1},
)
def money_after_capital_financing():
    """
    The same once debt is served too.
    """
    return money_for_other_services() - float(below_the_line().loc["capital financing"])


@component.add(
    name="cost last year",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_cost_last_year": 1},
    other_deps={
        "_integ_cost_last_year": {
            "initial": {"cost_of_base_service_level": 1},
            "step": {
                "cost_of_base_service_level": 1,
                "cost_last_year": 1,
                "at_year_end": 1,
            },
        }
    },
)
def cost_last_year():
    """
    What the base service level cost in the year before, as known in autumn.
    """
    return _integ_cost_last_year()


_integ_cost_last_year = Integ(
    lambda: (cost_of_base_service_level() - cost_last_year()) * at_year_end(),
    lambda: cost_of_base_service_level(),
    "_integ_cost_last_year",
)


@component.add(
    name="foreseen share of growth",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def foreseen_share_of_growth():
    """
    How much of the coming year's growth the autumn forecast foresees. 1: all of it.
    """
    return 1


@component.add(
    name="autumn forecast",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "reference_service_level": 1,
        "cost_last_year": 2,
        "foreseen_share_of_growth": 1,
        "cost_of_base_service_level": 1,
    },
)
def autumn_forecast():
    """
    Required spend of the coming year as forecast in autumn, when the budget is made.
    """
    return reference_service_level() * (
        cost_last_year()
        + foreseen_share_of_growth() * (cost_of_base_service_level() - cost_last_year())
    )


@component.add(
    name="budget requirement",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Stateful",
    comp_subtype="SampleIfTrue",
    depends_on={"_sampleiftrue_budget_requirement": 1},
    other_deps={
        "_sampleiftrue_budget_requirement": {
            "initial": {"autumn_forecast": 1},
            "step": {"start_of_year": 1, "autumn_forecast": 1},
        }
    },
)
def budget_requirement():
    """
    Required spend on which the budget of the year was set on 1 April.
    """
    return _sampleiftrue_budget_requirement()


_sampleiftrue_budget_requirement = SampleIfTrue(
    lambda: xr.DataArray(
        start_of_year() == 1, {"Service": _subscript_dict["Service"]}, ["Service"]
    ),
    lambda: autumn_forecast(),
    lambda: autumn_forecast(),
    "_sampleiftrue_budget_requirement",
)


@component.add(
    name="budget gap",
    units="GBP million/year",
    comp_type="Stateful",
    comp_subtype="SampleIfTrue",
    depends_on={"_sampleiftrue_budget_gap": 1},
    other_deps={
        "_sampleiftrue_budget_gap": {
            "initial": {
                "autumn_forecast": 1,
                "total_below_the_line": 1,
                "planned_contribution_to_reserves": 1,
                "total_funding": 1,
            },
            "step": {
                "start_of_year": 1,
                "total_funding": 1,
                "autumn_forecast": 1,
                "planned_contribution_to_reserves": 1,
                "total_below_the_line": 1,
            },
        }
    },
)
def budget_gap():
    """
    The gap that the budget of the year had to close. Below zero: a surplus, which goes into reserves.
    """
    return _sampleiftrue_budget_gap()


_sampleiftrue_budget_gap = SampleIfTrue(
    lambda: start_of_year() == 1,
    lambda: sum(autumn_forecast().rename({"Service": "Service!"}), dim=["Service!"])
    + total_below_the_line()
    + planned_contribution_to_reserves()
    - total_funding(),
    lambda: sum(autumn_forecast().rename({"Service": "Service!"}), dim=["Service!"])
    + total_below_the_line()
    + planned_contribution_to_reserves()
    - total_funding(),
    "_sampleiftrue_budget_gap",
)


@component.add(
    name="gap to close",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"budget_gap": 1},
)
def gap_to_close():
    """
    What the budget must find.
    """
    return float(np.maximum(0, budget_gap()))


@component.add(
    name="reserve floor",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def reserve_floor():
    """
    Unallocated reserves that a prudent treasurer keeps, as a share of a year's spend on services.
    """
    return 0.05


@component.add(
    name="usable share of earmarked reserves",
    units="1/year",
    comp_type="Constant",
    comp_subtype="Normal",
)
def usable_share_of_earmarked_reserves():
    """
    Part of the earmarked reserves that can be released in a year; the rest is promised.
    """
    return 0.25


@component.add(
    name="unallocated reserves that can be used",
    units="GBP million/year",
    comp_type="Stateful",
    comp_subtype="SampleIfTrue",
    depends_on={"_sampleiftrue_unallocated_reserves_that_can_be_used": 1},
    other_deps={
        "_sampleiftrue_unallocated_reserves_that_can_be_used": {
            "initial": {
                "unallocated_reserves": 1,
                "one_year": 1,
                "reserve_floor": 1,
                "autumn_forecast": 1,
            },
            "step": {
                "start_of_year": 1,
                "unallocated_reserves": 1,
                "reserve_floor": 1,
                "one_year": 1,
                "autumn_forecast": 1,
            },
        }
    },
)
def unallocated_reserves_that_can_be_used():
    """
    Unallocated reserves above their floor on 1 April.
    """
    return _sampleiftrue_unallocated_reserves_that_can_be_used()


_sampleiftrue_unallocated_reserves_that_can_be_used = SampleIfTrue(
    lambda: start_of_year() == 1,
    lambda: float(
        np.maximum(
            0,
            unallocated_reserves() / one_year()
            - reserve_floor()
            * sum(autumn_forecast().rename({"Service": "Service!"}), dim=["Service!"]),
        )
    ),
    lambda: float(
        np.maximum(
            0,
            unallocated_reserves() / one_year()
            - reserve_floor()
            * sum(autumn_forecast().rename({"Service": "Service!"}), dim=["Service!"]),
        )
    ),
    "_sampleiftrue_unallocated_reserves_that_can_be_used",
)


@component.add(
    name="earmarked reserves that can be used",
    units="GBP million/year",
    comp_type="Stateful",
    comp_subtype="SampleIfTrue",
    depends_on={"_sampleiftrue_earmarked_reserves_that_can_be_used": 1},
    other_deps={
        "_sampleiftrue_earmarked_reserves_that_can_be_used": {
            "initial": {
                "usable_share_of_earmarked_reserves": 1,
                "earmarked_reserves": 1,
            },
            "step": {
                "start_of_year": 1,
                "usable_share_of_earmarked_reserves": 1,
                "earmarked_reserves": 1,
            },
        }
    },
)
def earmarked_reserves_that_can_be_used():
    """
    Earmarked reserves that could be released on 1 April.
    """
    return _sampleiftrue_earmarked_reserves_that_can_be_used()


_sampleiftrue_earmarked_reserves_that_can_be_used = SampleIfTrue(
    lambda: start_of_year() == 1,
    lambda: usable_share_of_earmarked_reserves()
    * float(np.maximum(0, earmarked_reserves())),
    lambda: usable_share_of_earmarked_reserves()
    * float(np.maximum(0, earmarked_reserves())),
    "_sampleiftrue_earmarked_reserves_that_can_be_used",
)


@component.add(
    name="drawn from unallocated reserves",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"gap_to_close": 1, "unallocated_reserves_that_can_be_used": 1},
)
def drawn_from_unallocated_reserves():
    """
    First answer to a gap.
    """
    return float(np.minimum(gap_to_close(), unallocated_reserves_that_can_be_used()))


@component.add(
    name="drawn from earmarked reserves",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "gap_to_close": 1,
        "drawn_from_unallocated_reserves": 1,
        "earmarked_reserves_that_can_be_used": 1,
    },
)
def drawn_from_earmarked_reserves():
    """
    Second answer to a gap.
    """
    return float(
        np.minimum(
            gap_to_close() - drawn_from_unallocated_reserves(),
            earmarked_reserves_that_can_be_used(),
        )
    )


@component.add(
    name="gap closed by reserves",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "drawn_from_unallocated_reserves": 1,
        "drawn_from_earmarked_reserves": 1,
    },
)
def gap_closed_by_reserves():
    """
    Part of the gap that the budget closes from reserves.
    """
    return drawn_from_unallocated_reserves() + drawn_from_earmarked_reserves()


@component.add(
    name="referendum limit", units="1/year", comp_type="Constant", comp_subtype="Normal"
)
def referendum_limit():
    """
    Highest yearly rise of council tax without asking voters.
    """
    return 0.02


@component.add(
    name="council tax above plan last year",
    units="dimensionless",
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_council_tax_above_plan_last_year": 1},
    other_deps={
        "_integ_council_tax_above_plan_last_year": {
            "initial": {},
            "step": {
                "council_tax_above_plan": 1,
                "council_tax_above_plan_last_year": 1,
                "at_year_end": 1,
            },
        }
    },
)
def council_tax_above_plan_last_year():
    """
    How far council tax stood above the plan in the year before.
    """
    return _integ_council_tax_above_plan_last_year()


_integ_council_tax_above_plan_last_year = Integ(
    lambda: (council_tax_above_plan() - council_tax_above_plan_last_year())
    * at_year_end(),
    lambda: 0,
    "_integ_council_tax_above_plan_last_year",
)


@component.add(
    name="highest council tax above plan",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "council_tax_above_plan_last_year": 1,
        "one_year": 2,
        "referendum_limit": 1,
        "planned_council_tax_rise": 1,
    },
)
def highest_council_tax_above_plan():
    """
    How far council tax can stand above the plan this year: each year the rise may go from the planned one to the limit.
    """
    return (1 + council_tax_above_plan_last_year()) * float(
        np.maximum(
            1,
            (1 + referendum_limit() * one_year())
            / (1 + planned_council_tax_rise() * one_year()),
        )
    ) - 1


@component.add(
    name="gap closed by council tax",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "gap_to_close": 1,
        "gap_closed_by_reserves": 1,
        "funding": 1,
        "highest_council_tax_above_plan": 1,
    },
)
def gap_closed_by_council_tax():
    """
    Third answer to a gap: council tax beyond the plan, within the limit.
    """
    return float(
        np.minimum(
            gap_to_close() - gap_closed_by_reserves(),
            highest_council_tax_above_plan() * float(funding().loc["council tax"]),
        )
    )


@component.add(
    name="council tax above plan",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"gap_closed_by_council_tax": 1, "funding": 1},
)
def council_tax_above_plan():
    """
    How far council tax stands above the plan.
    """
    return zidz(gap_closed_by_council_tax(), float(funding().loc["council tax"]))


@component.add(
    name="cut needed",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "gap_to_close": 1,
        "gap_closed_by_reserves": 1,
        "gap_closed_by_council_tax": 1,
    },
)
def cut_needed():
    """
    What is left to be cut from services.
    """
    return gap_to_close() - gap_closed_by_reserves() - gap_closed_by_council_tax()


@component.add(
    name="what can be cut",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"budget_requirement": 1},
)
def what_can_be_cut():
    """
    No service loses more than it has; a service that earns more than it spends is left alone.
    """
    return np.maximum(0, budget_requirement())


@component.add(
    name="cut needed as share",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"cut_needed": 1, "what_can_be_cut": 1},
)
def cut_needed_as_share():
    """
    The cut that every service would take if all took the same.
    """
    return float(
        np.minimum(
            1,
            zidz(
                cut_needed(),
                sum(
                    what_can_be_cut().rename({"Service": "Service!"}), dim=["Service!"]
                ),
            ),
        )
    )


@component.add(
    name="protection",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Constant",
    comp_subtype="Normal",
)
def protection():
    """
    How far the law protects a service from cuts, from the register of duties: about 0.9 where residents can enforce a duty to each of them, 0.5 for a general duty, 0.1 for a mere power.
    """
    return xr.DataArray(
        [0.9, 0.9, 0.9, 0.5, 0.6, 0.4, 0.4, 0.2, 0.7, 0.25, 0.4],
        {"Service": _subscript_dict["Service"]},
        ["Service"],
    )


@component.add(
    name="cutting rule",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def cutting_rule():
    """
    How cuts are shared. 1, as observed: the cut common to all councils by protection, what a place cuts beyond it evenly. 2, statutory first: protected services are paid in full while the money lasts. 3, uniform: the same share from all.
    """
    return 1


@component.add(
    name="share of cut common to all councils",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def share_of_cut_common_to_all_councils():
    """
    How much of the place's cut councils across the country make too. 1 where a scenario holds for all of them.
    """
    return 1


@component.add(
    name="mixing weight towards protection",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def mixing_weight_towards_protection():
    """
    How far even the part of the cut that is the place's own goes by protection. 0: it falls on all alike, as observed across councils.
    """
    return 0


@component.add(
    name="national cut",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"share_of_cut_common_to_all_councils": 1, "cut_needed_as_share": 1},
)
def national_cut():
    """
    Cut that councils across the country make, as a share of what they would need to spend.
    """
    return share_of_cut_common_to_all_councils() * cut_needed_as_share()


@component.add(
    name="relative exposure",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"protection": 2, "what_can_be_cut": 2},
)
def relative_exposure():
    """
    How hard a cut by protection hits a service, against the average pound.
    """
    return zidz(
        (1 - protection())
        * sum(what_can_be_cut().rename({"Service": "Service!"}), dim=["Service!"]),
        sum(
            (1 - protection().rename({"Service": "Service!"}))
            * what_can_be_cut().rename({"Service": "Service!"}),
            dim=["Service!"],
        ),
    )


@component.add(
    name="cut as observed",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "national_cut": 2,
        "relative_exposure": 2,
        "cut_needed_as_share": 1,
        "mixing_weight_towards_protection": 2,
    },
)
def cut_as_observed():
    """
    Share of a service cut under rule 1.
    """
    return national_cut() * relative_exposure() + (
        cut_needed_as_share() - national_cut()
    ) * (
        mixing_weight_towards_protection() * relative_exposure()
        + 1
        - mixing_weight_towards_protection()
    )


@component.add(
    name="protection paid first",
    units="dimensionless",
    comp_type="Constant",
    comp_subtype="Normal",
)
def protection_paid_first():
    """
    Under rule 2, services with at least this protection are paid in full first.
    """
    return 0.7


@component.add(
    name="not paid first",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"protection": 1, "protection_paid_first": 1},
)
def not_paid_first():
    """
    1 for services that wait under rule 2.
    """
    return if_then_else(
        protection() >= protection_paid_first(),
        lambda: xr.DataArray(0, {"Service": _subscript_dict["Service"]}, ["Service"]),
        lambda: xr.DataArray(1, {"Service": _subscript_dict["Service"]}, ["Service"]),
    )


@component.add(
    name="cut statutory first",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"not_paid_first": 2, "cut_needed": 1, "what_can_be_cut": 1},
)
def cut_statutory_first():
    """
    Share of a service cut under rule 2, before protected services are touched.
    """
    return not_paid_first() * float(
        np.minimum(
            1,
            zidz(
                cut_needed(),
                sum(
                    not_paid_first().rename({"Service": "Service!"})
                    * what_can_be_cut().rename({"Service": "Service!"}),
                    dim=["Service!"],
                ),
            ),
        )
    )


@component.add(
    name="cut by rule",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "cutting_rule": 2,
        "cut_needed_as_share": 1,
        "cut_statutory_first": 1,
        "cut_as_observed": 1,
    },
)
def cut_by_rule():
    """
    Share of a service cut under the rule chosen, never more than all of it.
    """
    return np.minimum(
        1,
        if_then_else(
            cutting_rule() == 3,
            lambda: xr.DataArray(
                cut_needed_as_share(),
                {"Service": _subscript_dict["Service"]},
                ["Service"],
            ),
            lambda: if_then_else(
                cutting_rule() == 2,
                lambda: cut_statutory_first(),
                lambda: cut_as_observed(),
            ),
        ),
    )


@component.add(
    name="cut not yet found",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"cut_needed": 1, "what_can_be_cut": 1, "cut_by_rule": 1},
)
def cut_not_yet_found():
    """
    What the rule could not find because services were used up.
    """
    return cut_needed() - sum(
        cut_by_rule().rename({"Service": "Service!"})
        * what_can_be_cut().rename({"Service": "Service!"}),
        dim=["Service!"],
    )


@component.add(
    name="cut",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"cut_by_rule": 3, "what_can_be_cut": 1, "cut_not_yet_found": 1},
)
def cut():
    """
    Share of a service cut. What the rule could not find is taken evenly from what is left.
    """
    return cut_by_rule() + (1 - cut_by_rule()) * float(
        np.maximum(
            0,
            float(
                np.minimum(
                    1,
                    zidz(
                        cut_not_yet_found(),
                        sum(
                            (1 - cut_by_rule().rename({"Service": "Service!"}))
                            * what_can_be_cut().rename({"Service": "Service!"}),
                            dim=["Service!"],
                        ),
                    ),
                )
            ),
        )
    )


@component.add(
    name="gap closed by cuts",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"cut": 1, "what_can_be_cut": 1},
)
def gap_closed_by_cuts():
    """
    Last answer to a gap: services not provided.
    """
    return sum(
        cut().rename({"Service": "Service!"})
        * what_can_be_cut().rename({"Service": "Service!"}),
        dim=["Service!"],
    )


@component.add(
    name="gap left open",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "gap_to_close": 1,
        "gap_closed_by_reserves": 1,
        "gap_closed_by_council_tax": 1,
        "gap_closed_by_cuts": 1,
    },
)
def gap_left_open():
    """
    What not even cutting everything would close. It falls on reserves.
    """
    return (
        gap_to_close()
        - gap_closed_by_reserves()
        - gap_closed_by_council_tax()
        - gap_closed_by_cuts()
    )


@component.add(
    name="service level",
    units="dimensionless",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"budget_requirement": 1, "cut": 1},
)
def service_level():
    """
    What is provided, as a share of the reference service level.
    """
    return if_then_else(
        budget_requirement() > 0,
        lambda: 1 - cut(),
        lambda: xr.DataArray(1, {"Service": _subscript_dict["Service"]}, ["Service"]),
    )


@component.add(
    name="spend",
    units="GBP million/year",
    subscripts=["Service"],
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"required_spend": 1, "service_level": 1},
)
def spend():
    """
    What is spent. Need above the forecast of the budget is met, and falls on reserves.
    """
    return required_spend() * service_level()


@component.add(
    name="total spend",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"spend": 1},
)
def total_spend():
    """
    Spend on all services.
    """
    return sum(spend().rename({"Service": "Service!"}), dim=["Service!"])


@component.add(
    name="income",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"total_funding": 1, "gap_closed_by_council_tax": 1},
)
def income():
    """
    All the money that comes in.
    """
    return total_funding() + gap_closed_by_council_tax()


@component.add(
    name="opening unallocated reserves",
    units="GBP million",
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={"time": 1, "__data__": "_data_opening_unallocated_reserves"},
)
def opening_unallocated_reserves():
    """
    Reserves that are not set aside, on 1 April of the base year.
    """
    return _data_opening_unallocated_reserves(time())


_data_opening_unallocated_reserves = TabData(
    "opening unallocated reserves", "opening_unallocated_reserves", {}, "hold_backward"
)


@component.add(
    name="opening earmarked reserves",
    units="GBP million",
    comp_type="Data",
    comp_subtype="Normal",
    depends_on={"time": 1, "__data__": "_data_opening_earmarked_reserves"},
)
def opening_earmarked_reserves():
    """
    Reserves set aside for a purpose, on 1 April of the base year, schools' own left out.
    """
    return _data_opening_earmarked_reserves(time())


_data_opening_earmarked_reserves = TabData(
    "opening earmarked reserves", "opening_earmarked_reserves", {}, "hold_backward"
)


@component.add(
    name="payment into earmarked reserves",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "growth_of_planned_payments": 1,
        "planned_payment_into_earmarked_reserves": 1,
        "drawn_from_earmarked_reserves": 1,
    },
)
def payment_into_earmarked_reserves():
    """
    The planned payment less what the budget draws.
    """
    return (
        growth_of_planned_payments() * planned_payment_into_earmarked_reserves()
        - drawn_from_earmarked_reserves()
    )


@component.add(
    name="payment into unallocated reserves",
    units="GBP million/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={
        "income": 1,
        "total_spend": 1,
        "total_below_the_line": 1,
        "payment_into_earmarked_reserves": 1,
    },
)
def payment_into_unallocated_reserves():
    """
    What is left of the year's money: a surplus, or an overspend.
    """
    return (
        income()
        - total_spend()
        - total_below_the_line()
        - payment_into_earmarked_reserves()
    )


@component.add(
    name="earmarked reserves",
    units="GBP million",
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_earmarked_reserves": 1},
    other_deps={
        "_integ_earmarked_reserves": {
            "initial": {"opening_earmarked_reserves": 1},
            "step": {"payment_into_earmarked_reserves": 1},
        }
    },
)
def earmarked_reserves():
    """
    Reserves set aside for a purpose.
    """
    return _integ_earmarked_reserves()


_integ_earmarked_reserves = Integ(
    lambda: payment_into_earmarked_reserves(),
    lambda: opening_earmarked_reserves(),
    "_integ_earmarked_reserves",
)


@component.add(
    name="unallocated reserves",
    units="GBP million",
    comp_type="Stateful",
    comp_subtype="Integ",
    depends_on={"_integ_unallocated_reserves": 1},
    other_deps={
        "_integ_unallocated_reserves": {
            "initial": {"opening_unallocated_reserves": 1},
            "step": {"payment_into_unallocated_reserves": 1},
        }
    },
)
def unallocated_reserves():
    """
    Reserves that are not set aside: they bear what the budget did not foresee.
    """
    return _integ_unallocated_reserves()


_integ_unallocated_reserves = Integ(
    lambda: payment_into_unallocated_reserves(),
    lambda: opening_unallocated_reserves(),
    "_integ_unallocated_reserves",
)


@component.add(
    name="section 114 condition",
    units="dimensionless",
    comp_type="Stateful",
    comp_subtype="SampleIfTrue",
    depends_on={"_sampleiftrue_section_114_condition": 1},
    other_deps={
        "_sampleiftrue_section_114_condition": {
            "initial": {},
            "step": {
                "start_of_year": 1,
                "unallocated_reserves": 1,
                "earmarked_reserves": 1,
                "gap_left_open": 1,
                "one_year": 1,
            },
        }
    },
)
def section_114_condition():
    """
    1 when spending expected in the budget exceeds all resources of the year: the chief finance officer would have to report under section 114 of the Local Government Finance Act 1988.
    """
    return _sampleiftrue_section_114_condition()


_sampleiftrue_section_114_condition = SampleIfTrue(
    lambda: start_of_year() == 1,
    lambda: if_then_else(
        gap_left_open() * one_year() > unallocated_reserves() + earmarked_reserves(),
        lambda: 1,
        lambda: 0,
    ),
    lambda: 0,
    "_sampleiftrue_section_114_condition",
)


@component.add(
    name="one year", units="year", comp_type="Constant", comp_subtype="Normal"
)
def one_year():
    """
    The unit of time, where a formula needs it as a quantity.
    """
    return 1


@component.add(
    name="base year",
    units="year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"initial_time": 1},
)
def base_year():
    """
    A run begins in the year whose account the place describes.
    """
    return initial_time()


@component.add(
    name="financial year",
    units="year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"time": 1, "one_year": 2},
)
def financial_year():
    """
    The first of April that began the current financial year.
    """
    return integer(time() / one_year()) * one_year()


@component.add(
    name="years since base",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"financial_year": 1, "base_year": 1, "one_year": 1},
)
def years_since_base():
    """
    Whole financial years since the base year.
    """
    return (financial_year() - base_year()) / one_year()


@component.add(
    name="start of year",
    units="dimensionless",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"time": 1, "financial_year": 1, "time_step": 1},
)
def start_of_year():
    """
    1 in the first step of a financial year, when the budget takes effect.
    """
    return if_then_else(
        time() - financial_year() < 0.5 * time_step(), lambda: 1, lambda: 0
    )


@component.add(
    name="at year end",
    units="1/year",
    comp_type="Auxiliary",
    comp_subtype="Normal",
    depends_on={"time": 1, "financial_year": 1, "time_step": 2, "one_year": 1},
)
def at_year_end():
    """
    A pulse in the last step of a financial year that moves a whole amount into next year's memory.
    """
    return if_then_else(
        time() - financial_year() > one_year() - 1.5 * time_step(),
        lambda: 1 / time_step(),
        lambda: 0,
    )
