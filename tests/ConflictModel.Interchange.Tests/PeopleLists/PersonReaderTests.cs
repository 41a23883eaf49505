using System.Text;
using ConflictModel.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Interchange.Tests.PeopleLists;

/// <summary>Lists of people as monitors and ministries keep them; everybody is made up.</summary>
public class PersonReaderTests
{
    private static readonly PersonMapping Whole = Lists.With(
        new("name_ar", PersonField.Name) { Lang = "ar" },
        new("name", PersonField.Name) { Kind = NameKind.Transliteration, Lang = "ar-Latn" },
        new("father", PersonField.Name) { Kind = NameKind.Father, Lang = "ar-Latn" },
        new("age", PersonField.Age),
        new("sex", PersonField.Sex),
        new("status", PersonField.Status) { Words = [new("Non-Civilian", "directlyParticipating")] },
        new("born", PersonField.Born),
        new("date_of_death", PersonField.Date),
        new("province", PersonField.Governorate),
        new("cause", PersonField.Cause),
        new("rank", PersonField.Rank),
        new("group", PersonField.MemberOf),
        new("reported_by", PersonField.Source),
        new("ministry_id", PersonField.ExternalId) { Scheme = "ministry" });

    private const string Header = "id,name_ar,name,father,age,sex,status,born,date_of_death,province,cause,rank,group,reported_by,"
        + "ministry_id,remarks\n";

    private const string Row = "17,زورك مختلق,\"Madeup, Zork\",Blip,about 30,F,Non-Civilian,1994,2024-07-03,North,Shelling,Captain,"
        + "The Blue Brigade,A newspaper,M-9,seen by two\n";

    [Fact]
    public void A_row_is_a_person_with_all_that_its_columns_say()
    {
        using PersonReader reader = Lists.Open(Header + Row, Whole);
        ConflictDataset dataset = reader.ReadDataset();
        dataset.People.Single().Should().Be(new Person
        {
            Id = PersonId.From("list-a:17"),
            Harm = Harm.Killed,
            Names =
            [
                new() { Text = "زورك مختلق", Lang = "ar" },
                new() { Text = "Madeup, Zork", Lang = "ar-Latn", Kind = NameKind.Transliteration },
                new() { Text = "Blip", Lang = "ar-Latn", Kind = NameKind.Father },
            ],
            Age = Age.Read("about 30"),
            Sex = Sex.Female,
            Status = PersonStatus.DirectlyParticipating,
            Born = UncertainDate.Parse("1994"),
            Date = UncertainDate.Parse("2024-07-03"),
            Place = new() { Regions = [RegionId.From("list-a-adm1:North")] },
            Cause = Cause.HeavyWeapons,
            CauseWording = "Shelling",
            Rank = "Captain",
            MemberOf = ActorId.From("list-a-actor:The_Blue_Brigade"),
            Citations = [new() { Source = SourceId.From("list-a-source:A_newspaper"), Via = SourceId.From("list-a") }],
            ExternalIds = [new() { Scheme = "ministry", Value = "M-9" }],
            Extensions = new("""{"list-a":{"sex":"F","remarks":"seen by two"}}"""),
        });
        dataset.Sources.Select(source => source.Id.Value).Should().Equal("list-a", "list-a-source:A_newspaper");
        dataset.Actors.Single().Name.ToString().Should().Be("The Blue Brigade");
        reader.UnreadWords.Should().BeEmpty();
        reader.Counts.Should().Be(new ReadCounts(1, 0));
        DatasetJson.Read(DatasetJson.Write(dataset)).Should().Be(dataset);
    }

    [Fact]
    public async Task Reading_asynchronously_gives_the_same()
    {
        using PersonReader reader = Lists.Open(Header + Row, Whole);
        var people = new List<Person>();
        await foreach (Person person in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            people.Add(person);
        }

        people.Should().Equal(Lists.Read(Header + Row, Whole));
    }

    [Theory]
    [InlineData("F", Sex.Female, AgeGroup.Any)]
    [InlineData("female", Sex.Female, AgeGroup.Any)]
    [InlineData("Woman", Sex.Female, AgeGroup.Any)]
    [InlineData("أنثى", Sex.Female, AgeGroup.Any)]
    [InlineData("انثى", Sex.Female, AgeGroup.Any)]
    [InlineData(" M ", Sex.Male, AgeGroup.Any)]
    [InlineData("ذكر", Sex.Male, AgeGroup.Any)]
    [InlineData("Adult - Male", Sex.Male, AgeGroup.Adult)]
    [InlineData("Child - Female", Sex.Female, AgeGroup.Child)]
    [InlineData("unknown", Sex.Unknown, AgeGroup.Any)]
    [InlineData("", Sex.Any, AgeGroup.Any)]
    [InlineData("NA", Sex.Any, AgeGroup.Any)]
    public void Common_spellings_that_can_be_nothing_else_are_known(string word, Sex sex, AgeGroup age)
    {
        PersonMapping mapping = Lists.With(new PersonColumn("sex", PersonField.Sex));
        using PersonReader reader = Lists.Open($"id,sex\n1,{word}\n", mapping);
        Person person = reader.Read().Single();
        (person.Sex, person.AgeGroup).Should().Be((sex, age));
        reader.UnreadWords.Should().BeEmpty();
    }

    [Fact]
    public void Words_that_are_not_understood_are_told_once_each_with_their_count_and_leave_the_field_unknown()
    {
        PersonMapping mapping = Lists.With(new("sex", PersonField.Sex), new("status", PersonField.Status), new("age", PersonField.Age));
        using PersonReader reader = Lists.Open(
            "id,sex,status,age\n1,H,Civilian,30\n2,F,Non-Civilian,young\n3,H,Non-Civilian,7\n4,H,,\n", mapping);
        Person[] people = [.. reader.Read()];
        reader.UnreadWords.Should().Equal(
            new UnreadWord { Column = "sex", Word = "H", Line = 2, Count = 3 },
            new UnreadWord { Column = "status", Word = "Non-Civilian", Line = 3, Count = 2 },
            new UnreadWord { Column = "age", Word = "young", Line = 3, Count = 1 });
        reader.UnreadWords.Select(word => word.ToString()).Should().Equal(
            "In the column 'sex' a word is not understood on 3 rows, first on line 2.",
            "In the column 'status' a word is not understood on 2 rows, first on line 3.",
            "In the column 'age' a word is not understood on 1 row, first on line 3.");
        people.Select(person => (person.Sex, person.Status, person.Age.ToString())).Should().Equal(
            (Sex.Any, PersonStatus.Civilian, "30"), (Sex.Female, PersonStatus.Unknown, "young"),
            (Sex.Any, PersonStatus.Unknown, "7"), (Sex.Any, PersonStatus.Unknown, "not said"));
        people[0].Extensions.Json.Should().Be("""{"list-a":{"sex":"H","status":"Civilian"}}""");
    }

    [Fact]
    public void Declared_words_go_before_the_common_ones()
    {
        PersonMapping mapping = Lists.With(
            new PersonColumn("sexo", PersonField.Sex) { Words = [new("H", "male"), new("M", "female"), new("NIÑA", "child female")] });
        using PersonReader reader = Lists.Open("id,sexo\n1,H\n2,m\n3,niña\n", mapping);
        reader.Read().Select(person => (person.Sex, person.AgeGroup)).Should().Equal(
            (Sex.Male, AgeGroup.Any), (Sex.Female, AgeGroup.Any), (Sex.Female, AgeGroup.Child));
        reader.UnreadWords.Should().BeEmpty();
    }

    [Theory]
    [InlineData("30", 30, 30, null)]
    [InlineData("3.0", 3, 3, null)]
    [InlineData("about 30", 22, 38, "about 30")]
    [InlineData("20-25", 20, 25, "20-25")]
    [InlineData("8 months", 0, 0, "8 months")]
    [InlineData("1994", 1994, 1994, null)]
    [InlineData("-1", null, null, "-1")]
    [InlineData("٣٠ سنة", 30, 30, "٣٠ سنة")]
    public void An_age_is_held_as_it_stands_also_an_impossible_one(string cell, int? min, int? max, string? wording) =>
        Lists.One($"id,age\n1,{cell}\n", Lists.With(new PersonColumn("age", PersonField.Age))).Age.Should().Be(new Age(min, max, wording));

    [Fact]
    public void An_impossible_age_is_for_validation_to_find()
    {
        using PersonReader reader = Lists.Open("id,age\n1,1994\n2,19\n", Lists.With(new PersonColumn("age", PersonField.Age)));
        reader.ReadDataset().Validate().Select(finding => finding.Code).Should().Contain(FindingCodes.ImpossibleAge)
            .And.HaveCount(1);
    }

    [Theory]
    [InlineData("2024-07-03", "2024-07-03", null)]
    [InlineData("2024-07-03 14:30:00", "2024-07-03", null)]
    [InlineData("03 July 2024", "2024-07-03", null)]
    [InlineData("2024-07", "2024-07", null)]
    [InlineData("2024", "2024", null)]
    [InlineData("2024-07-XX", "2024-07-XX", null)]
    [InlineData("2024-07-03~", "2024-07-03~", null)]
    [InlineData("early July", "/", "early July")]
    public void A_date_is_as_vague_as_it_is_and_words_stay_words(string cell, string date, string? wording)
    {
        Person person = Lists.One($"id,d\n1,{cell}\n", Lists.With(new PersonColumn("d", PersonField.Date)));
        (person.Date!.Value.Date.ToString(), person.Date.Value.Wording).Should().Be((date, wording));
    }

    [Theory]
    [InlineData(NumericDates.DayFirst, "03/07/2024", "2024-07-03")]
    [InlineData(NumericDates.MonthFirst, "03/07/2024", "2024-03-07")]
    [InlineData(NumericDates.ExcelSerial, "45476", "2024-07-03")]
    [InlineData(NumericDates.MonthFirst, "31/07/2024", "/")]
    public void A_date_in_numbers_is_read_as_was_stated_and_what_does_not_fit_stays_words(NumericDates order, string cell, string date)
    {
        PersonMapping mapping = Lists.With(new PersonColumn("d", PersonField.Date));
        using PersonReader reader = Lists.Open($"id,d\n1,{cell}\n", mapping, new() { Dates = order });
        reader.Read().Single().Date!.Value.Date.ToString().Should().Be(date);
        reader.UnreadWords.Should().HaveCount(date == "/" ? 1 : 0);
    }

    [Theory]
    [InlineData("03/07/2024")]
    [InlineData("45476")]
    public void A_date_in_numbers_is_never_guessed(string cell)
    {
        Malformation fault = FluentActions
            .Invoking(() => Lists.Read($"id,d\n1,{cell}\n", Lists.With(new PersonColumn("d", PersonField.Date))))
            .Should().Throw<MalformedInputException>().Which.Malformation;
        (fault.Code, fault.Field, fault.Line, fault.Column).Should().Be((MalformationCode.Date, "d", 2, 3));
    }

    [Fact]
    public void Without_a_column_of_ids_people_are_called_by_their_line()
    {
        PersonMapping mapping = Lists.Of(new PersonColumn("name", PersonField.Name));
        Lists.Read("name\n\"Zork\nMadeup\"\n\nBlip\n", mapping).Select(person => person.Id.Value).Should()
            .Equal("list-a:line-2", "list-a:line-5");
    }

    [Theory]
    [InlineData(null, "7", "list-a:7")]
    [InlineData(null, "7.0", "list-a:7")]
    [InlineData("", "7", "7")]
    [InlineData("x-", "7", "x-7")]
    public void The_prefix_keeps_the_ids_of_lists_apart(string? prefix, string cell, string id) =>
        Lists.One($"id\n{cell}\n", Lists.With() with { IdPrefix = prefix }).Id.Value.Should().Be(id);

    [Fact]
    public void An_id_that_stands_twice_is_refused_by_its_lines_or_as_the_options_say()
    {
        const string list = "id,sex\n1,F\n2,F\n1,M\n";
        PersonMapping mapping = Lists.With(new PersonColumn("sex", PersonField.Sex));
        FluentActions.Invoking(() => Lists.Read(list, mapping)).Should().Throw<MalformedInputException>()
            .Which.Malformation.ToString().Should()
            .Be("line 4, column 1: The id stands on line 2 too: nothing says which of the two rows counts.");

        Lists.Read(list, mapping, new() { Repeated = RepeatedRows.Keep }).Should().HaveCount(3);
        using PersonReader newest = Lists.Open(list, mapping, new() { Repeated = RepeatedRows.Newest });
        newest.ReadDataset().People.Select(person => (person.Id.Value, person.Sex)).Should()
            .Equal(("list-a:2", Sex.Female), ("list-a:1", Sex.Male));
        newest.Counts.Should().Be(new ReadCounts(2, 0) { Replaced = 1 });
    }

    [Theory]
    [InlineData("id,sex\n,F\n", MalformationCode.Id, "The id is missing.")]
    [InlineData("id,sex\nZork Madeup,F\n", MalformationCode.Id,
        "What stands there is no id: an id has no white space and no control characters, and 200 characters with its prefix.")]
    [InlineData("id,sex\n1\n", MalformationCode.ColumnCount, "The row has 1 cell and the header 2.")]
    public void A_row_that_can_be_no_record_is_malformed_and_not_quoted(string list, MalformationCode code, string reason)
    {
        PersonMapping mapping = Lists.With(new PersonColumn("sex", PersonField.Sex));
        Malformation fault = FluentActions.Invoking(() => Lists.Read(list, mapping))
            .Should().Throw<MalformedInputException>().Which.Malformation;
        (fault.Code, fault.Reason, fault.Line).Should().Be((code, reason, 2));

        var rejected = new List<RejectedRow>();
        using PersonReader reader = Lists.Open(
            list + "2,M\n", mapping, new() { SetAsideMalformed = true, OnRejected = rejected.Add });
        reader.Read().Single().Id.Value.Should().Be("list-a:2");
        (rejected.Single().Text, reader.Counts).Should().Be((list.Split('\n')[1], new ReadCounts(1, 1)));
    }

    [Fact]
    public void The_harm_is_a_columns_word_or_the_lists_own_and_never_guessed()
    {
        PersonMapping column = Lists.With(new PersonColumn("what", PersonField.Harm)) with { Harm = null };
        Lists.Read("id,what\n1,Killed\n2,injured\n3,مفقود\n4,kidnapped\n", column).Select(person => person.Harm).Should()
            .Equal(Harm.Killed, Harm.Wounded, Harm.Missing, Harm.Abducted);
        foreach (string cell in new[] { "", "alive" })
        {
            FluentActions.Invoking(() => Lists.Read($"id,what\n1,{cell}\n", column)).Should().Throw<MalformedInputException>()
                .Which.Malformation.Reason.Should().Be("What was done to the person is not said, or in a word that is not understood.");
        }

        PersonMapping both = column with { Harm = Harm.Killed };
        Lists.One("id,what\n1,\n", both).Harm.Should().Be(Harm.Killed);
        FluentActions.Invoking(() => Lists.Read("id,what\n1,alive\n", both)).Should().Throw<MalformedInputException>();
    }

    [Fact]
    public void A_word_about_publication_that_is_not_understood_withholds_the_record()
    {
        PersonMapping mapping = Lists.With(new PersonColumn("publish", PersonField.Publication) { Words = [new("yes", "public")] });
        using PersonReader reader = Lists.Open("id,publish\n1,yes\n2,\n3,nameWithheld\n4,better not\n", mapping);
        reader.Read().Select(person => person.Publication).Should()
            .Equal(Publication.Public, Publication.Public, Publication.NameWithheld, Publication.Withheld);
        reader.UnreadWords.Single().Word.Should().Be("better not");

        Lists.Read("id,publish\n1,yes\n2,\n", mapping with { Publication = Publication.NameWithheld })
            .Select(person => person.Publication).Should().Equal(Publication.Public, Publication.NameWithheld);
    }

    [Fact]
    public void Regions_are_found_by_name_within_one_another_or_are_the_lists_own()
    {
        PersonMapping mapping = Lists.With(
            new("c", PersonField.Country), new("g", PersonField.Governorate), new("where", PersonField.Place),
            new("lat", PersonField.Latitude), new("lon", PersonField.Longitude));
        using PersonReader reader = Lists.Open(
            "id,c,g,where,lat,lon\n1,Syria,Homs,a market,34.5,38.25\n2,Syria,Nowhere,,,\n3,,,,34.5,\n4,,,,,\n",
            mapping,
            new() { Names = NameResolver.BuiltIn });
        Person[] people = [.. reader.Read()];
        people[0].Place.Should().Be(new Place
        {
            Regions = [RegionId.From("homs")], Wording = "a market", Coordinates = new(34.5, 38.25),
        });
        people[1].Place!.Regions.Single().Value.Should().Be("list-a-adm1:Syria/Nowhere");
        people[2].Place.Should().BeNull();
        people[2].Extensions.Json.Should().Be("""{"list-a":{"lat":"34.5"}}""");
        people[3].Place.Should().BeNull();
    }

    [Theory]
    [InlineData("\uFEFFid;name;age\r\n1;Zork;34,0\r\n\r\n;;\r\n", "semicolons, a mark, CRLF, blank rows, decimal commas")]
    [InlineData("id\tname\tage\n1\tZork\t34\n", "tabs")]
    [InlineData("sep=;\nid;name;age\n1;Zork;34.0\n", "Excel's line")]
    [InlineData("ID, Name ,AGE\n1,Zork,34\n", "the names of columns in any case")]
    [InlineData("id,name,age\n#id,#name,#age\n1,Zork,34\n", "a row of HXL tags")]
    [InlineData("List of July\nThe number,The name,The age\nid,name,age\nan id,a name,years\n#id,#name,#age\n1,Zork,34\n", "headings")]
    public void Files_as_people_have_them_are_read(string list, string what)
    {
        Person person = Lists.One(list, Lists.With(new("name", PersonField.Name), new("age", PersonField.Age)));
        (person.Names.Single().Text, person.Age).Should().Be(("Zork", (Age)34), what);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("latin1")]
    public void Encodings_are_told_by_their_mark_or_named(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] list = [.. encoding.GetPreamble(), .. encoding.GetBytes("id,name\n1,Zörk\n")];
        using var reader = PersonReader.Open(
            new MemoryStream(list),
            Lists.With(new PersonColumn("name", PersonField.Name)),
            new() { Encoding = name == "latin1" ? encoding : null });
        reader.Read().Single().Names.Single().Text.Should().Be("Zörk");
    }

    [Fact]
    public void What_the_mapping_names_must_be_there_and_be_a_table()
    {
        PersonMapping mapping = Lists.With(new PersonColumn("name", PersonField.Name));
        FluentActions.Invoking(() => Lists.Open("number,name\n", mapping)).Should().Throw<MalformedInputException>()
            .Which.Malformation.Reason.Should().Be("There is no column 'id' among the 2 of the first row.");
        FluentActions.Invoking(() => Lists.Open("[{\"id\":1,\"name\":\"Zork\"}]", mapping)).Should().Throw<MalformedInputException>()
            .Which.Malformation.Reason.Should().Be("A list of people is CSV, and this is JSON.");
        FluentActions.Invoking(() => Lists.Open("id,name\n", mapping, new() { Format = EventFormats.Acled }))
            .Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Memory_for_words_that_are_not_understood_is_bounded_and_none_is_uncounted()
    {
        PersonMapping mapping = Lists.With(new PersonColumn("sex", PersonField.Sex));
        string rows = string.Concat(Enumerable.Range(1, 5_000).Select(n => FormattableString.Invariant($"{n},w{n}\n")));
        using PersonReader reader = Lists.Open("id,sex\n" + rows, mapping);
        reader.Read().Count().Should().Be(5_000);
        reader.UnreadWords.Should().HaveCount(1_001);
        reader.UnreadWords[1_000].Should().Be(new UnreadWord { Column = "sex", Word = null, Line = 1_002, Count = 4_000 });
        reader.UnreadWords.Sum(word => word.Count).Should().Be(5_000);
    }
}
