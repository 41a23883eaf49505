using System.Text;

namespace ConflictModel.Interchange.Tests.PeopleLists;

/// <summary>No message about a list tells what stands in it, be it in its column, in another one, or in place of a header.</summary>
public class ListSecrecyTests
{
    private static readonly PersonMapping Mapping = Lists.With(
        new("name", PersonField.Name), new("age", PersonField.Age), new("sex", PersonField.Sex), new("harm", PersonField.Harm),
        new("born", PersonField.Born), new("date", PersonField.Date), new("province", PersonField.Governorate),
        new("lat", PersonField.Latitude), new("lon", PersonField.Longitude), new("cause", PersonField.Cause),
        new("sources", PersonField.IndependentSources), new("publish", PersonField.Publication), new("incident", PersonField.Incident));

    private static readonly string[] Columns =
        [.. Mapping.Columns.Select(column => column.Name)];

    public static TheoryData<string> Cells =>
    [
        "Zorkmadeup", "Zork Madeup", "زوركمختلق", "03/07/2024 Zorkmadeup", "12 Zorkmadeup", "\"Zorkmadeup, a\"", "\"Zork\"madeup",
        "\"Zorkmadeup", "Zorkmadeup,Zorkmadeup",
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_name_in_any_column_leaves_by_no_message(string cell)
    {
        for (int at = 0; at < Columns.Length; at++)
        {
            foreach (NumericDates? dates in new NumericDates?[] { null, NumericDates.DayFirst, NumericDates.ExcelSerial })
            {
                foreach (char separator in new[] { ',', ';' })
                {
                    string[] cells = [.. Columns.Select((_, i) => i == at ? cell : i == 0 ? "1" : "")];
                    string list = string.Join(separator, Columns) + "\n" + string.Join(separator, cells) + "\n"
                        + string.Join(separator, cells) + "\n";
                    Silent(Said(list, new() { Dates = dates, Separator = separator }), Columns[at]);
                }
            }
        }
    }

    [Theory]
    [InlineData("Zorkmadeup,Zorkmadeup,30\n2,Blip,31\n")]
    [InlineData("Zorkmadeup,Blip,30\n2,Blip,31\n")]
    [InlineData("sep=Z\nZorkmadeup,Blip,30\n")]
    [InlineData("Zorkmadeup\n")]
    [InlineData("{\"Zorkmadeup\":\"Zorkmadeup\"}\n")]
    [InlineData("[{\"id\":\"Zorkmadeup\",\"id\":\"Zorkmadeup\"}]\n")]
    [InlineData("\"Zorkmadeup\n")]
    public void A_list_without_a_header_is_told_without_its_first_row(string list) => Silent(Said(list, new()), list);

    [Fact]
    public void An_unread_word_is_in_the_value_and_not_in_its_text()
    {
        using PersonReader reader = Lists.Open(
            "id,sex\n1,Zorkmadeup\n", Lists.With(new PersonColumn("sex", PersonField.Sex)));
        reader.Read().Should().HaveCount(1);
        reader.UnreadWords.Single().Word.Should().Be("Zorkmadeup");
        Silent(reader.UnreadWords.Single().ToString(), "an unread word");
    }

    /// <summary>All that reading says of a list: of each row that is set aside, of the words, and of what ends it.</summary>
    private static string Said(string list, ReadOptions options)
    {
        var said = new StringBuilder();
        foreach (bool setsAside in new[] { true, false })
        {
            try
            {
                using PersonReader reader = Lists.Open(list, Mapping, options with
                {
                    SetAsideMalformed = setsAside,
                    OnRejected = row => said.Append(row.Malformation).Append(row.Malformation.Field),
                });
                int count = reader.Read().Count();
                said.AppendJoin('\n', reader.UnreadWords).Append(count);
            }
            catch (MalformedInputException error)
            {
                said.Append(error);
            }
        }

        said.Length.Should().BePositive();
        return said.ToString();
    }

    private static void Silent(string said, string what)
    {
        said.Contains("Zork", StringComparison.OrdinalIgnoreCase).Should().BeFalse($"of {what} is said: {said}");
        said.Contains("زورك", StringComparison.Ordinal).Should().BeFalse($"of {what} is said: {said}");
    }
}
