using System.Text;
using ConflictModel.Serialization;
using CsCheck;

namespace ConflictModel.Interchange.Tests.PeopleLists;

/// <summary>Lists written back: the same cells where nothing changed, and what a list can't hold is told.</summary>
public class PersonWriterTests
{
    private static readonly PersonMapping Mapping = Lists.With(
        new("name", PersonField.Name) { Lang = "ar-Latn" },
        new("age", PersonField.Age),
        new("sex", PersonField.Sex),
        new("group", PersonField.AgeGroup),
        new("status", PersonField.Status),
        new("date", PersonField.Date),
        new("g", PersonField.Governorate),
        new("d", PersonField.District),
        new("lat", PersonField.Latitude),
        new("lon", PersonField.Longitude),
        new("cause", PersonField.Cause),
        new("unit", PersonField.MemberOf),
        new("sources", PersonField.IndependentSources),
        new("publish", PersonField.Publication),
        new("i", PersonField.Incident));

    private const string Header = "id,name,age,sex,group,status,date,g,d,lat,lon,cause,unit,sources,publish,i,extra\n";

    private static readonly string[][] Cells =
    [
        ["Zork Madeup", "\"Madeup, \"\"Zork\"\"\"", "\u200fزورك\u200e", " Zork ", "NA", "", "\"Zork\nMadeup\"", "=Zork"],
        ["30", "3.0", "about 30", "20-25", "1994", "-1", "", "young", "nan", "0007"],
        ["F", "female", "Adult - Male", "H", "", "NA", "unknown", " m "],
        ["child", "Minor", "", "Zork", "elderly"],
        ["Civilian", "civilian", "Non-Civilian", "", "unknown"],
        ["2024-07-03", "2024-07-03 10:00:00", "03 July 2024", "2024-07", "early July", "", "2024-07-03~"],
        ["Homs", "homs", "Nowhere", "", "Hama"],
        ["", "Palmyra", "Elsewhere", "Salamiyah"],
        ["34.5", "34.50", "", "x"],
        ["38.25", "38.250", "", "181"],
        ["Shelling", "heavyWeapons", "explosion", "", "\"beaten, and worse\""],
        ["The Blue Brigade", "", "N/A", "ISIS"],
        ["2", "2.0", "several", ""],
        ["", "public", "better not", "nameWithheld"],
        ["i-1", "118.0", "no id at all", ""],
        ["", "\"kept, as it is\"", "NA"],
    ];

    private static Gen<string> Row { get; } = Gen.Int[0, 1_000].Array[Cells.Length]
        .Select(picks => string.Join(',', Cells.Select((cells, i) => cells[picks[i] % cells.Length])));

    [Fact]
    public void Every_cell_comes_back_as_it_stood() => Row.Array[1, 6].Sample(rows =>
    {
        string list = Header + string.Concat(rows.Select((row, n) => FormattableString.Invariant($"{n + 1},{row}\n")));
        Rows(Lists.Back(list, Mapping, options: new() { Names = NameResolver.BuiltIn })).Should().Be(Rows(list));
    });

    [Fact]
    public void It_also_comes_back_through_a_data_set_file_and_without_the_reader() => Row.Array[1, 4].Sample(
        rows =>
        {
            string list = Header + string.Concat(rows.Select((row, n) => FormattableString.Invariant($"{n + 1},{row}\n")));
            using PersonReader reader = Lists.Open(list, Mapping, new() { Names = NameResolver.BuiltIn });
            ConflictDataset dataset = DatasetJson.Read(DatasetJson.Write(reader.ReadDataset()));
            using var stream = new MemoryStream();
            using (var writer = PersonWriter.Create(stream, Mapping, Glossary.Of(dataset)))
            {
                writer.Write(dataset.People);
            }

            Rows(Encoding.UTF8.GetString(stream.ToArray())).Should().Be(Rows(list));
        },
        iter: 30);

    [Fact]
    public void Of_what_was_read_nothing_is_lost() => Row.Array[1, 4].Sample(
        rows =>
        {
            string list = Header + string.Concat(rows.Select((row, n) => FormattableString.Invariant($"{n + 1},{row}\n")));
            var losses = new List<Loss>();
            Lists.Back(list, Mapping, onLoss: losses.Add);
            losses.Should().BeEmpty();
        },
        iter: 30);

    [Fact]
    public void What_the_model_changed_is_written_as_the_model_says_it()
    {
        const string list = "id,sex,age,date,extra\n1,F,3.0,03 July 2024,x\n2,H,young,early July,y\n";
        PersonMapping mapping = Lists.With(
            new("sex", PersonField.Sex) { Words = [new("Hombre", "male")] }, new("age", PersonField.Age), new("date", PersonField.Date));
        Lists.Back(list, mapping, person => person with { Sex = Sex.Male, Age = new(20, 25), Date = UncertainDate.Parse("2024-08") })
            .Should().Be("id,sex,age,date,extra\n1,Hombre,20-25,2024-08,x\n2,Hombre,20-25,2024-08,y\n");
        Lists.Back(list, mapping, person => person with { Sex = default, Age = default, Date = null })
            .Should().Be("id,sex,age,date,extra\n1,,,,x\n2,H,,,y\n");
    }

    [Fact]
    public void A_changed_place_takes_its_regions_along_and_a_kept_name_or_blank_stays_only_while_it_holds()
    {
        PersonMapping mapping = Lists.With(new("g", PersonField.Governorate), new("d", PersonField.District));
        const string list = "id,g,d\n1,homs,Palmyra\n2,,Palmyra\n3,,\n";
        ReadOptions options = new() { Names = NameResolver.BuiltIn };
        Lists.Back(list, mapping, options: options).Should().Be(list);
        Lists.Back(list, mapping, person => person with { Place = new() { Regions = [RegionId.From("homs")] } }, options)
            .Should().Be("id,g,d\n1,homs,\n2,Homs,\n3,Homs,\n");
        Lists.Back(list, mapping, person => person with { Place = null }, options).Should().Be("id,g,d\n1,,\n2,,\n3,,\n");
    }

    [Fact]
    public void Dates_in_numbers_come_back_in_the_form_that_needs_nothing_stated()
    {
        PersonMapping mapping = Lists.With(new PersonColumn("date", PersonField.Date));
        Lists.Back("id;date\n1;03/07/2024\n2;03/07/2024 10:00\n", mapping, options: new() { Dates = NumericDates.DayFirst })
            .Should().Be("id,date\n1,2024-07-03\n2,2024-07-03 10:00:00\n");
    }

    [Fact]
    public void Tags_and_columns_are_written_back() => Lists
        .Back("id,name,x\n#id,#name,#x\n1,Zork,y\n", Lists.With(new PersonColumn("name", PersonField.Name)))
        .Should().Be("id,name,x\n#id,#name,#x\n1,Zork,y\n");

    [Theory]
    [InlineData("id,name,x\n#id,#name,#x\n1,Zork,y\n")]
    [InlineData("x,name,id\ny,Zork,1\n")]
    public void The_glossary_knows_the_columns_and_the_tags_of_the_list_that_was_read(string list)
    {
        PersonMapping mapping = Lists.With(new PersonColumn("name", PersonField.Name));
        using PersonReader reader = Lists.Open(list, mapping);
        ConflictDataset people = reader.ReadDataset();
        using var stream = new MemoryStream();
        using (var writer = PersonWriter.Create(stream, mapping, Glossary.Of(people)))
        {
            writer.Write(people.People);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(list);
    }

    [Fact]
    public void What_a_list_has_no_column_for_is_listed()
    {
        Person person = new()
        {
            Id = PersonId.From("list-a:1"),
            Harm = Harm.Missing,
            Names = [new() { Text = "Zork" }, new() { Text = "Zorki", Kind = NameKind.Nickname }],
            Fate = Fate.Dead,
            AgeGroup = AgeGroup.Adult,
            Sex = Sex.Male,
            SameAs = [PersonId.From("list-a:2")],
            Extensions = new("""{ "list-a": { "remarks": "x" }, "elsewhere": { "a": 1 } }"""),
        };
        using var stream = new MemoryStream();
        var losses = new List<Loss>();
        PersonMapping mapping = Lists.With(new("name", PersonField.Name), new("sex", PersonField.Sex));
        using var writer = PersonWriter.Create(stream, mapping, new(), new() { OnLoss = losses.Add });
        writer.Write(person);
        writer.Dispose();
        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("id,name,sex\n1,Zork,adult male\n");
        losses.Select(loss => (loss.Field.ToString(), loss.Was, loss.Became)).Should().BeEquivalentTo(
            new[]
            {
                ("/harm", "missing", "killed"), ("/names/1/text", "Zorki", null), ("/names/1/kind", "nickname", null),
                ("/fate", "dead", null), ("/sameAs/0", "list-a:2", null), ("/extensions/elsewhere", """{ "a": 1 }""", null),
                ("/extensions/list-a/remarks", "x", (string?)null),
            });
        losses.Should().OnlyContain(loss => loss.Person == person.Id && loss.Incident == null);
        writer.Losses.Select(loss => loss.Field).Should().Contain("/people/*/names/*/text");
    }

    [Fact]
    public void Kept_cells_with_half_a_surrogate_pair_are_listed_as_they_are_escaped_and_the_others_are_written()
    {
        string deep = new string('[', 100) + new string(']', 100);
        Person person = new()
        {
            Id = PersonId.From("list-a:1"),
            Harm = Harm.Killed,
            Extensions = new($$$"""
                {"list-a":{"remarks":"x","no\ud800":"y","note":"\udc00"},"\udc00":{"a":1},"deep":{{{deep}}}}
                """),
        };
        using var stream = new MemoryStream();
        var losses = new List<Loss>();
        var options = new WriteOptions { Columns = ["id", "remarks", "note"], OnLoss = losses.Add };
        using (var writer = PersonWriter.Create(stream, Lists.With(), new(), options))
        {
            writer.Write(person);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("id,remarks,note\n1,x,\n");
        losses.Select(loss => (loss.Field.ToString(), loss.Was)).Should().Equal(
            ("/extensions/list-a/no\\ud800", "\"y\""), ("/extensions/list-a/note", "\"\\udc00\""),
            ("/extensions/\\udc00", "{\"a\":1}"), ("/extensions/deep", deep));
    }

    [Fact]
    public void An_id_of_another_list_is_written_whole_and_told()
    {
        using var stream = new MemoryStream();
        var losses = new List<Loss>();
        using (var writer = PersonWriter.Create(stream, Lists.With(), new(), new() { OnLoss = losses.Add }))
        {
            writer.Write(new Person { Id = PersonId.From("list-b:1"), Harm = Harm.Killed });
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("id\nlist-b:1\n");
        losses.Select(loss => (loss.Field.ToString(), loss.Was, loss.Became)).Should()
            .Equal(("/id", "list-b:1", "list-a:list-b:1"));

        losses.Clear();
        PersonMapping withoutIds = Lists.Of(new PersonColumn("name", PersonField.Name));
        Lists.Back("name\nZork\n", withoutIds, onLoss: losses.Add).Should().Be("name\nZork\n");
        losses.Should().BeEmpty();
        Lists.Back("name\nZork\n", withoutIds, person => person with { Id = PersonId.From("p-1") }, onLoss: losses.Add);
        losses.Select(loss => (loss.Field.ToString(), loss.Became)).Should().Equal(("/id", null));
    }

    [Fact]
    public void Formulas_are_neutralised_where_that_is_asked_for()
    {
        using var stream = new MemoryStream();
        using var writer = PersonWriter.Create(
            stream, Lists.With(new PersonColumn("name", PersonField.Name)), new(), new() { NeutraliseFormulas = true });
        writer.Write(new Person { Id = PersonId.From("list-a:1"), Harm = Harm.Killed, Names = [new() { Text = "=Zork()" }] });
        writer.Dispose();
        (Encoding.UTF8.GetString(stream.ToArray()), writer.NeutralisedCells).Should().Be(("id,name\n1,'=Zork()\n", 1));
    }

    [Fact]
    public void It_writes_what_it_is_given_and_what_may_be_published_holds_no_name()
    {
        const string list = "id,name,sex,publish,remarks\nZorkid,Zorkmadeup,F,withheld,Zorknote\n2,Blip,M,,\n";
        PersonMapping mapping = Lists.With(
            new("name", PersonField.Name), new("sex", PersonField.Sex), new("publish", PersonField.Publication));
        Lists.Back(list, mapping).Should().Be(list);

        using PersonReader reader = Lists.Open(list, mapping);
        ConflictDataset published = reader.ReadDataset().ForPublication();
        using var stream = new MemoryStream();
        using (var losses = new LossFile(stream))
        using (var writer = PersonWriter.Create(stream, mapping, Glossary.Of(published), new() { OnLoss = losses.Write }))
        {
            writer.Write(published.People);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Contain("withheld-1,,female,withheld,\n2,Blip,M,,\n").And.NotContain("Zork");
    }

    private static string Rows(string list) => string.Join('\n', SimpleCsv.Read(list).Select(row => string.Join('|', row)));
}
