using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.Captures;

public class CaptureReaderTests
{
    [Fact]
    public void Both_forms_of_a_file_are_one_table()
    {
        CaptureTable marked = Read("A,B,C,people\n1,0,0,40\n0,1,0,30\n\n0,0,1,20\r\n1,1,0,6\n");
        marked.Should().Be(Read("lists,people\nA,40\nB,30\nC,20\nB+A,6"));
        marked.Should().Be(CaptureTable.Of(["A", "B", "C"], new(["A"], 40), new(["B"], 30), new(["C"], 20), new(["A", "B"], 6)));
    }

    [Fact]
    public void Names_may_be_quoted_and_lists_need_nobody()
    {
        CaptureTable table = Read("\uFEFF\"list, \"\"one\"\"\" is\n".Replace(" is", ",b , c,n", StringComparison.Ordinal) + "1,0,0,7\n");
        table.Lists.Should().Equal("list, \"one\"", "b", "c");
        (table.Observed, table.On("c")).Should().Be((7, 0));
        var text = new StringWriter();
        table.Write(text);
        text.ToString().Should().StartWith("\"list, \"\"one\"\"\",b,c,people\n1,0,0,7\n");
    }

    [Fact]
    public void A_name_that_begins_with_a_byte_order_mark_is_read_back()
    {
        CaptureTable table = Read(" \uFEFFa,b,people\n1,0,7\n");
        var text = new StringWriter();
        table.Write(text);
        Read(text.ToString()).Should().Be(table);
    }

    [Theory]
    [InlineData("", 1, 1, "There is no header.")]
    [InlineData("A,people\n1,5", 1, 1, "There is 1 list, and*")]
    [InlineData("people\n5", 1, 1, "There are 0 lists*")]
    [InlineData("\" \",B,people\n1,1,5", 1, 1, "A list has no name.")]
    [InlineData("A,A,people\n1,1,5", 1, 3, "Two lists have the name 'A'.")]
    [InlineData("A,,people\n1,1,5", 1, 3, "A list has no name.")]
    [InlineData("a,b,c,d,e,f,g,h,i,j,k,people\n", 1, 1, "There are 11 lists*")]
    [InlineData("A,B,people\n1,0,5\n1,2,5", 3, 3, "'2' is neither 0 nor 1.")]
    [InlineData("A,B,people\n1,0,5\n1,0,6", 3, 1, "The people who are on A alone were counted before.")]
    [InlineData("A,B,people\n0,0,5", 2, 1, "*nobody knows how many are on none.")]
    [InlineData("A,B,people\n1,0,-5", 2, 5, "'-5' is no count of people.")]
    [InlineData("A,B,people\n1,0, 5.5", 2, 5, "'5.5' is no count of people.")]
    [InlineData("A,B,people\n1,0,", 2, 5, "'' is no count of people.")]
    [InlineData("A,B,people\n1,0", 2, 3, "The line has 2 cells, and the header 3.")]
    [InlineData("A,B,people\n1,0,9223372036854775807\n0,1,1", 3, 5, "The counts are more than 64 bits hold.")]
    [InlineData("A,\"B,people", 1, 3, "A quoted cell does not end with its quotation mark.")]
    [InlineData("A,\"B\"\"", 1, 3, "A quoted cell does not end with its quotation mark.")]
    [InlineData("A,\"B\"x,people", 1, 3, "A quoted cell does not end with its quotation mark.")]
    [InlineData("A,\"B\"x\",people", 1, 3, "A quoted cell does not end with its quotation mark.")]
    [InlineData("lists,people\nA,1\nA+,2", 3, 1, "*nobody knows how many are on none.")]
    [InlineData("lists,people\nA+A,2", 2, 1, "A list is named twice.")]
    [InlineData("lists,people\nA+B,2\nB+A,2", 3, 1, "The people who are on B and A alone were counted before.")]
    public void What_is_no_table_says_where_it_is_none(string text, int line, int column, string reason)
    {
        CaptureFormatException error = FluentActions.Invoking(() => Read(text)).Should().Throw<CaptureFormatException>().Which;
        error.Reason.Should().Match(reason);
        (error.Line, error.Column).Should().Be((line, column));
        error.Message.Should().Be($"line {line}, column {column}: {error.Reason}");
    }

    private static CaptureTable Read(string text) => CaptureTable.Read(new StringReader(text));
}
