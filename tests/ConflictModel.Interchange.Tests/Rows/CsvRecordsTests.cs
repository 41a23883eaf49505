using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

public class CsvRecordsTests
{
    [Fact]
    public void No_cell_heading_or_tag_is_a_formula_where_that_is_asked_and_each_that_was_is_counted()
    {
        using MemoryStream stream = new();
        using (CsvRecords csv = new(stream, ["id", "=1+1"], neutralise: true, ["#event", "@x"]))
        {
            csv.Write("-5");
            csv.Write("+cmd");
            csv.EndRecord();
            csv.NeutralisedCells.Should().Be(3);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("id,'=1+1\n#event,'@x\n-5,'+cmd\n");
    }

    [Fact]
    public void Otherwise_every_cell_stands_as_it_is_and_what_is_not_said_is_empty()
    {
        using MemoryStream stream = new();
        using (CsvRecords csv = new(stream, ["=1+1", "b", "c"], neutralise: false))
        {
            csv.Write("=2");
            csv.Write((string?)null);
            csv.Write((long?)null);
            csv.EndRecord();
            csv.NeutralisedCells.Should().Be(0);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("=1+1,b,c\n=2,,\n");
    }
}
