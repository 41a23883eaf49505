using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using NodaTime;

namespace ConflictModel.Tests.Conventions;

/// <summary>What people write first: it compiles, in C# and in languages that know no spans, and what it gives says what it is.</summary>
public class CallSiteTests
{
    private static readonly Toll Killed = Toll.Of(449).Including(
        Part.Of(Victims.MembersOf(KnownActors.Isis), 29), Part.Of(Victims.MembersOf(KnownActors.SyrianGovernmentForces), 376));

    [Fact]
    public void A_day_is_a_date_of_an_incident()
    {
        ReportedDate date = new LocalDate(2024, 7, 3);

        date.Should().Be(new ReportedDate(UncertainDate.Parse("2024-07-03")));
    }

    [Fact]
    public void Arrays_and_lists_are_copied_into_lists_of_values()
    {
        ActorId[] array = [KnownActors.Isis, KnownActors.Sdf];
        ValueList<ActorId> ofArray = array;
        ValueList<ActorId> ofList = array.ToList();
        array[0] = KnownActors.Irgc;

        ofArray.Equals((ValueList<ActorId>)[KnownActors.Isis, KnownActors.Sdf]).Should().BeTrue();
        ofList.Equals(ofArray).Should().BeTrue();
    }

    [Fact]
    public void A_list_of_values_is_not_made_of_nothing()
    {
        Action ofArray = () => _ = (ValueList<ActorId>)(ActorId[])null!;
        Action ofList = () => _ = (ValueList<ActorId>)(List<ActorId>)null!;
        Action ofNulls = () => _ = (ValueList<string>)new string[] { null! };

        ofArray.Should().Throw<ArgumentNullException>();
        ofList.Should().Throw<ArgumentNullException>();
        ofNulls.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Several_arguments_a_sequence_and_a_list_are_one_call()
    {
        Part[] parts = [.. Killed.Breakdowns[0].Parts];

        Toll.Of(449).Including(parts[0], parts[1]).Should().Be(Killed);
        Toll.Of(449).Including(parts).Should().Be(Killed);
        Toll.Of(449).Including(parts.ToValueList()).Should().Be(Killed);
        Toll.Of(449).Including(parts.Where(part => part.Count.IsExact)).Should().Be(Killed);
    }

    [Fact]
    public void A_call_for_several_refuses_null()
    {
        Action including = () => Toll.Of(449).Including((IEnumerable<Part>)null!);
        Action members = () => Victims.MembersOf(null!);
        Action part = () => Toll.Of(449).Including([null!]);

        including.Should().Throw<ArgumentNullException>();
        members.Should().Throw<ArgumentNullException>();
        part.Should().Throw<ArgumentNullException>();
    }

    /// <summary>F# and Visual Basic can't call what takes a span of any number of arguments. Rows are appended by the million.</summary>
    [Fact]
    public void Only_the_builders_of_tables_take_spans_of_arguments() =>
        typeof(Toll).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMembers(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .OfType<MethodBase>()
            .Where(method => method.GetParameters().Any(parameter =>
                parameter.IsDefined(typeof(ParamCollectionAttribute)) && parameter.ParameterType.IsByRefLike))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Should().BeEquivalentTo("IncidentTableBuilder.Append", "IncidentTableBuilder.Remove");

    /// <summary>F# gives back what is out, so that two ways to try are one call to it, and it can't choose.</summary>
    [Fact]
    public void A_text_is_tried_in_one_way() =>
        typeof(Toll).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.Name == "TryParse")
            .GroupBy(method => (method.DeclaringType, string.Join(", ", method.GetParameters()
                .Where(parameter => !parameter.IsOut).Select(parameter => parameter.ParameterType.ToString()))))
            .Where(ways => ways.Count() > 1)
            .Should().BeEmpty();

    [Fact]
    public void A_wrong_path_is_answered_with_those_like_it()
    {
        Action misspelt = () => _ = Killed.Derive()["victim:Isis"];

        misspelt.Should().Throw<KeyNotFoundException>().WithMessage("There is no figure at 'victim:Isis'. Paths like it: 'victim:isis', *");
    }

    [Fact]
    public void What_is_large_says_in_one_line_what_it_is()
    {
        IncidentTable table = new IncidentTableBuilder().ToTable();

        Killed.Derive().ToString().Should().Be("whole = 449, consistent");
        Toll.Of(3).Including(Part.Of(Victims.Civilians, 4)).Derive().ToString().Should().Be("whole = 3, contradictory");
        table.ToString().Should().Be("0 incidents in 0 rows of 0 bytes");
        table.Query().GroupBy(GroupKey.Month).Run().ToString().Should().Be("0 groups by month, of 0 incidents");
        ActorCatalog.BuiltIn.ToString().Should().MatchRegex("^actors syria-[0-9]+, [0-9]+ entries$");
    }

    [Fact]
    public void A_record_of_people_harmed_says_in_one_line_which_it_is_and_how_many()
    {
        var casualties = new Casualties { Killed = Toll.Of(8), Wounded = Toll.Of(Estimate.InWords("many"), inOperations: 2) };
        var report = new Report { Citation = KnownSources.Sohr, Casualties = casualties };
        var incident = new Incident
        {
            Id = IncidentId.From("badia-ambush"), Kind = IncidentKind.Ambush, Date = new LocalDate(2024, 7, 3),
            Reports = [report, new() { Citation = KnownSources.Sohr }],
        };
        var tally = new Tally { Id = TallyId.From("h1"), Scope = new() { Period = UncertainDate.Parse("2024-40") }, Report = report };

        incident.ToString().Should().Be("badia-ambush, 2024-07-03: killed 8, wounded many in 2 operations | no casualties");
        tally.ToString().Should().Be("h1, 2024-40: killed 8, wounded many in 2 operations");
        Part.Of(Victims.MembersOf(KnownActors.Isis), 29).ToString().Should().Be("victim:isis 29");
        Part.By(KnownActors.Isis).ToString().Should().Be("perpetrator:isis without a figure");
        (incident with { Id = default, Kind = 0, Date = default }).ToString().Should().StartWith(", /: ");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Configuration_binds_an_id_by_its_type_converter(Type id)
    {
        TypeConverter converter = TypeDescriptor.GetConverter(id);

        object isis = converter.ConvertFromInvariantString("isis")!;
        isis.Should().BeOfType(id);
        converter.ConvertToInvariantString(isis).Should().Be("isis");
        converter.Invoking(it => it.ConvertFromInvariantString("two words")).Should().Throw<FormatException>().WithMessage("'two words'*");
    }

    public static TheoryData<Type> Ids => new(typeof(Toll).Assembly.GetExportedTypes().Where(type => type.IsValueType
        && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>))));
}
