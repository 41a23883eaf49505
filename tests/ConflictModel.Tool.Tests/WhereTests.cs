using System.Text;

namespace ConflictModel.Tool.Tests;

/// <summary>Conditions that cannot be met, or that nothing meets, are said.</summary>
public class WhereTests
{
    private const string Header =
        "id,year,active_year,type_of_violence,dyad_new_id,dyad_name,side_a_new_id,side_a,side_b_new_id,side_b,"
        + "country,country_id,adm_1,date_start,date_end,best,high,low";

    private static readonly byte[] File = Encoding.UTF8.GetBytes(
        Header + "\n"
        + "1,2016,1,1,5,Government of Syria - IS,118,Government of Syria,234,IS,Syria,652,Homs,2016-01-31,2016-01-31,4,6,3\n"
        + "2,2017,0,1,6,Government of Iraq - IS,116,Government of Iraq,234,IS,Iraq,645,,2017-01-31,2017-01-31,2,2,2\n");

    [Fact]
    public void More_conditions_than_a_query_has_are_bad_usage()
    {
        string[] conditions = [.. Enumerable.Range(0, 202).Select(i => i % 2 == 0 ? "--where" : "year=2016")];
        ToolResult result = Tool.Run(File, ["aggregate", "-", .. conditions]);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--where may be given 100 times at most.");
    }

    [Theory]
    [InlineData("country=Atlantis", "no incident has 'Atlantis' for country; '--by country' lists its 2 values.")]
    [InlineData("country=TRUE", "no incident has 'TRUE' for country; '--by country' lists its 2 values.")]
    [InlineData("country=Syira", "no incident has 'Syira' for country; did you mean 'Syria'?")]
    [InlineData("country=syria", "no incident has 'syria' for country; did you mean 'Syria'?")]
    [InlineData("adm1=Raqqa", "no incident has 'Raqqa' for adm1; its only value is 'Homs'.")]
    [InlineData("adm2=Raqqa", "no incident has 'Raqqa' for adm2; none of them says any.")]
    [InlineData("side-b=IS", "no incident has 'IS' for side-b; did you mean '234' (IS)?")]
    [InlineData("side-a=Government of",
        "no incident has 'Government of' for side-a; did you mean '116' (Government of Iraq) or '118' (Government of Syria)?")]
    [InlineData("side-a=117", "no incident has '117' for side-a; '--by side-a' lists its 2 values.")]
    [InlineData("year=2019", "no incident has '2019' for year; its values go from '2016' to '2017'.")]
    [InlineData("kind=ambush", "no incident has 'ambush' for kind; its only value is 'stateBasedConflict'.")]
    public void A_value_that_no_incident_has_is_said_with_what_may_have_been_meant(string condition, string reason)
    {
        ToolResult result = Tool.Run(File, "aggregate", "-", "--by", "year", "--where", condition, "--format", "csv");
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.TrimEnd('\n').Split('\n')[^1].Should().Be($"conflictmodel: standard input: {reason}");
    }

    [Theory]
    [InlineData("year=abc", "'abc' is not a value of the key year; that is a year such as 2016.")]
    [InlineData("active-year=maybe", "'maybe' is not a value of the key active-year; that is 1 or 0.")]
    [InlineData("month=May", "'May' is not a value of the key month; that is a month such as 2016-01.")]
    [InlineData("kind=armed", "'armed' is not a value of the key kind; that is one of unknown, battle, ambush, armedAttack")]
    public void A_value_that_a_key_can_not_have_is_refused_by_name_before_anything_is_read(string condition, string reason)
    {
        ToolResult result = Tool.Run("aggregate", "no such file", "--by", "year", "--where", condition);
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Contain($"conflictmodel: --where: {reason}").And.NotContain("no such file");
    }

    [Fact]
    public void Conditions_that_each_match_and_none_together_give_an_empty_result_that_is_said()
    {
        ToolResult result = Tool.Run(
            File, "aggregate", "-", "--by", "year", "--where", "year=2016", "--where", "country=Iraq", "--format", "json");
        (result.ExitCode, result.Output, result.Error).Should().Be(
            (0, "[]\n", "standard input: no incident is known to meet year=2016 and country=Iraq together.\n"));
    }

    [Theory]
    [InlineData("side-a=118.0", "4")]
    [InlineData("active-year=TRUE", "4")]
    [InlineData("active-year=false", "2")]
    [InlineData("year=2017.0", "2")]
    [InlineData("side-b=234", "6")]
    public void A_value_is_found_however_it_is_written_and_nothing_is_said(string condition, string best)
    {
        ToolResult result = Tool.Run(File, "aggregate", "-", "--by", "source", "--where", condition, "--format", "csv");
        (result.ExitCode, result.Output.Split('\n')[1].Split(',')[3], result.Error).Should().Be((0, best, ""));
    }
}
