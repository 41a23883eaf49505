using System.Text;
using ConflictModel.Serialization;
using ConflictModel.Tests.Records;

namespace ConflictModel.Tests.Serialization;

/// <summary>A file of people that can't be read is refused without a word of what stands in it.</summary>
public class PeopleErrorTests
{
    [Theory]
    [InlineData("""{"id":"Zork Madeup","harm":"killed"}""", "'...' is not a valid id: an id has 1 to 200 characters", "/id")]
    [InlineData("""{"id":"p","harm":"Zork"}""", "Expected one of these: killed", "/harm")]
    [InlineData("""{"id":"p","harm":"killed","Zork O'Madeup":1}""", "There is no member '...' here.", "")]
    [InlineData("""{"id":"p","harm":"killed","names":[{"text":"a","Zork":1}]}""", "There is no member '...' here.", "/names")]
    [InlineData("""{"id":"p","harm":"killed","names":["Zork"]}""", "Expected a value of another type.", "/names")]
    [InlineData("""{"id":"p","harm":"killed","names":{"Zork":1}}""", "Expected a list.", "/names")]
    [InlineData("""{"id":"p","harm":"killed","date":"Zork O'Madeup"}""", "'...'", "/date")]
    [InlineData("""{"id":"p","harm":"killed","born":{"date":"2024","Zork":1}}""", "'...'", "/born")]
    [InlineData("""{"id":"p","harm":"killed","age":"Zork"}""", "Expected an age", "/age")]
    [InlineData("""{"id":"p","harm":"killed","age":{"Zork":1}}""", "An age has min, max and wording", "/age")]
    [InlineData("""{"id":"p","harm":"killed","independentSources":{"Zork":1}}""", "'...'", "/independentSources")]
    [InlineData("""{"id":"p","harm":"killed","note":"Zork","note":"Zork"}""", "The member '...' is given twice.", "/note")]
    [InlineData("""{"id":"p","names":[{"text":"Zork"}]}""", "Members are missing: 'harm'", "")]
    [InlineData("""{"id":"p","harm":"killed","names":[{"text":Zork}]}""", "'...'", "/names")]
    [InlineData("""{"id":"p","harm":"killed","names":[{"text":"Zork""", "Expected end of string", "/names")]
    [InlineData("""{"id":"p","harm":"killed","Zork":{"Zork":\ud800}}""", "'...'", "")]
    public void Nothing_that_stands_there_is_quoted_and_the_pointer_ends_at_what_the_schema_names(
        string person, string reason, string member)
    {
        DatasetFormatException error = Refused($$"""{"schemaVersion":"1.2","people":[{{person}}]}""");
        error.Reason.Should().Contain(reason);
        error.ToString().Should().NotContain("Zork").And.NotContain("'Z'");
        error.Pointer.Should().Be($"/people/0{member}");
        error.Line.Should().Be(1);
        error.Column.Should().BeGreaterThan(30, "the place is told");
    }

    [Fact]
    public void An_age_that_can_not_be_held_is_told_at_the_age_in_both_forms_of_a_file()
    {
        const string Person = """{"id":"p","harm":"killed","age":{"min":10000}}""";
        DatasetFormatException whole = Refused($$"""{"schemaVersion":"1.2","people":[{{Person}}]}""");
        (whole.Pointer, whole.Reason).Should().Be(("/people/0/age", "Expected whole years from 0 to 9999."));
        byte[] lines = Encoding.UTF8.GetBytes($$"""{"schemaVersion":"1.2","kind":"records"}{{'\n'}}{"person":{{Person}}}{{'\n'}}""");
        Action read = () => DatasetNdjson.ReadDataset(new MemoryStream(lines));
        read.Should().Throw<DatasetFormatException>().Which.Pointer.Should().Be("/person/age");
    }

    [Fact]
    public void Whatever_is_cut_off_tells_nobodys_name()
    {
        Person person = (Person)Instances.Of(typeof(Person)) with { Names = [new() { Text = "Zork Madeup" }], Note = "Zork" };
        byte[] file = Encoding.UTF8.GetBytes(DatasetJson.Write(new() { People = [person] }));
        for (int length = 1; length < file.Length - 2; length++)
        {
            Refused(Encoding.UTF8.GetString(file.AsSpan(0, length))).ToString().Should().NotContain("Zork");
        }
    }

    [Fact]
    public void Elsewhere_the_text_is_quoted_as_ever() =>
        Refused("""{"schemaVersion":"1.2","actors":[{"id":"a b"}]}""").Reason.Should().StartWith("'a b' is not a valid id");

    private static DatasetFormatException Refused(string json)
    {
        Action read = () => DatasetJson.Read(json);
        return read.Should().Throw<DatasetFormatException>().Which;
    }
}
