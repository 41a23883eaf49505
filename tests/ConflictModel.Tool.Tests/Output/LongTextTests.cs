using ConflictModel.Reporting;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>A text of the data may be of any length.</summary>
public class LongTextTests
{
    [Fact]
    public void A_report_in_a_pipe_has_it_whole_in_one_line()
    {
        string wording = Wording(2000);
        using var writer = new StringWriter();
        TextReport.Write(Of(wording), writer, isTerminal: false);
        writer.ToString().Should().Contain(wording);
    }

    private static string Wording(int words) => "at least 4" + string.Concat(Enumerable.Repeat(" على الأقل", words));

    private static ReportModel Of(string wording) => new(new()
    {
        Title = wording,
        Sources = [new() { Id = SourceId.From("s"), Name = "S" }],
        Tallies =
        [
            new()
            {
                Id = TallyId.From("t"), Scope = new(),
                Report = new()
                {
                    Citation = SourceId.From("s"),
                    Casualties = new() { Killed = Toll.Of(Estimate.AtLeast(4, wording)) },
                },
            },
        ],
    });
}
