using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Parquet.Tests;

/// <summary>A file of a divided folder says of ids and hierarchies what its own rows need, and the folder says all.</summary>
public sealed class OwnBooksTests : IDisposable
{
    private static readonly RegionKind[] Kinds =
    [
        RegionKind.Country, RegionKind.Governorate, RegionKind.Governorate, RegionKind.District, RegionKind.Town, RegionKind.Natural,
        RegionKind.Zone,
    ];

    private readonly string folder = Some.Scratch("data");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void A_file_alone_answers_whatever_it_knows_as_if_it_knew_all()
    {
        int answered = 0;
        int refused = 0;
        Gen.Int.Sample(
            seed =>
            {
                Random random = new(seed);
                IncidentTable table = Table(random);
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                table.WriteParquetFolder(folder, null, ParquetPartition.Year);
                PieceTables all = table.ToPieces();
                foreach (string path in Directory.EnumerateFiles(folder, "pieces.parquet", SearchOption.AllDirectories))
                {
                    using IdleReaders idle = new();
                    using PiecesFile file = new(path, idle);
                    PlainTable pieces = new PiecesPart(file, [.. Enumerable.Range(0, file.Groups.Count)]);
                    IncidentQuery question = Question(random);
                    try
                    {
                        string expected = question.On(all.With(pieces).ToDeferredTable(question)).Run().ToJson();
                        question.RunParquet(path).ToJson().Should().Be(expected);
                        answered++;
                    }
                    catch (ArgumentException)
                    {
                        // None of its rows, or none at all, has to do with an id that the question names.
                        refused++;
                    }
                }

                Some.Cells(IncidentTable.ReadParquet(folder)).Should().Equal(Some.Cells(table));
            },
            iter: 20,
            threads: 1);
        answered.Should().BeGreaterThan(refused).And.BePositive();
    }

    [Fact]
    public void A_file_does_not_say_the_ids_of_other_files()
    {
        IncidentTableBuilder builder = new();
        for (int i = 0; i < 200; i++)
        {
            NodaTime.LocalDate day = new(1900 + i, 5, 1);
            builder.Append(new() { Earliest = day, Latest = day, FirstSide = builder.CodeOf(ActorId.From($"only-{i}")) });
        }

        IncidentTable table = builder.ToTable();
        table.WriteParquetFolder(folder, null, ParquetPartition.Year);
        using IdleReaders idle = new();
        using PiecesFile file = new(Path.Combine(folder, "year=1950", "pieces.parquet"), idle);
        file.Metadata[Books.Key].Should().Contain("\"only-50\"").And.NotContain("only-51");
        Action other = () => IncidentQuery.OverPieces().WithFirstSide(ActorId.From("only-51")).RunParquet(file.Name);
        other.Should().Throw<ArgumentException>().WithMessage("*'only-51'*");
        IncidentQuery.OverPieces().WithFirstSide(ActorId.From("only-51")).RunParquet(folder).Total.Incidents.Should().Be(1);
    }

    [Fact]
    public void What_no_row_names_is_kept_by_the_folder()
    {
        IncidentTableBuilder builder = new();
        builder.Call(builder.CodeOf(ActorId.From("nobody")), "0", "Nobody");
        builder.DefineRegions([new() { Id = RegionId.From("nowhere"), Name = "Nowhere", Kind = RegionKind.Town }]);
        builder.Append(new() { Earliest = new(2020, 1, 1), Latest = new(2020, 1, 1) });
        builder.ToTable().WriteParquetFolder(folder, null, ParquetPartition.Year);
        Some.Cells(IncidentTable.ReadParquetNames(folder)).Should()
            .Contain("names:actor|nobody|0|Nobody|").And.Contain("names:region|nowhere|nowhere|Nowhere|en");
        Some.Cells(IncidentTable.ReadParquetNames(Path.Combine(folder, "year=2020"))).Should().BeEmpty();
    }

    [Fact]
    public void A_file_names_its_own_actors_and_sources_in_every_language()
    {
        Actor Of(string id, string arabic) =>
            new() { Id = ActorId.From(id), Name = new([new("en", id), new("ar", arabic)]), Kind = ActorKind.RebelGroup };
        ConflictDataset dataset = new() { Actors = [Of("here", "هنا"), Of("there", "هناك")] };
        IncidentTableBuilder builder = new();
        builder.AppendDataset(dataset);
        IncidentTable names = builder.ToTable();
        names.WriteParquet(Path.Combine(Path.GetDirectoryName(folder)!, "whole.parquet"));
        Some.Cells(IncidentTable.ReadParquet(Path.Combine(Path.GetDirectoryName(folder)!, "whole.parquet")))
            .Should().Equal(Some.Cells(names)).And.Contain("names:actor|there|there|هناك|ar");

        IncidentTableBuilder rows = new();
        rows.AppendDataset(dataset with
        {
            Incidents =
            [
                new()
                {
                    Id = IncidentId.From("i"), Kind = IncidentKind.Ambush, Date = UncertainDate.Parse("2020-05-01"),
                    Involvements = [new() { Actor = ActorId.From("here"), Role = InvolvementRole.SideA }],
                },
            ],
        });
        rows.ToTable().WriteParquetFolder(folder, null, ParquetPartition.Year);
        Some.Cells(IncidentTable.ReadParquetNames(Path.Combine(folder, "year=2020"))).Should()
            .Contain("names:actor|here|here|هنا|ar").And.NotContain(row => row.Contains("هناك", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_file_of_all_ids_the_files_of_pieces_say_theirs()
    {
        IncidentTable table = Some.Table(new(4), 80);
        table.WriteParquetFolder(folder, null, ParquetPartition.Admin0, ParquetPartition.Year);
        IncidentQuery question = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Actor, GroupKey.Month);
        string answer = question.RunParquet(folder).ToJson();
        foreach (string file in (string[])["names.parquet", "datapackage.json", "croissant.json"])
        {
            File.Delete(Path.Combine(folder, file));
        }

        question.RunParquet(folder).ToJson().Should().Be(answer);
    }

    [Fact]
    public void Two_parts_of_the_world_meet_in_a_country_that_no_row_of_the_file_names()
    {
        IncidentTableBuilder builder = new();
        builder.DefineRegions(
        [
            new() { Id = RegionId.From("west"), Name = "West", Kind = RegionKind.Zone },
            new() { Id = RegionId.From("east"), Name = "East", Kind = RegionKind.Zone },
            Country("a", "west"), Country("b", "east"), Country("between", "west", "east"),
        ]);
        foreach (string place in (string[])["west", "east", "a", "b"])
        {
            Append(builder, 2020, "x", place);
        }

        Append(builder, 2021, "x", "between");
        IncidentQuery east = IncidentQuery.OverPieces().InRegions(RegionId.From("east"));
        builder.ToTable().WriteParquetFolder(folder, null, ParquetPartition.Year);
        Aggregate answer = east.RunParquet(Path.Combine(folder, "year=2020"));
        (answer.Total.Incidents, answer.Perhaps).Should().Be((2, 2), "what was in the west may have been where it is the east as well");
    }

    [Fact]
    public void Two_parts_of_the_world_meet_in_a_country_that_no_file_below_a_folder_names()
    {
        IncidentTableBuilder builder = new();
        builder.DefineRegions(
        [
            new() { Id = RegionId.From("west"), Name = "West", Kind = RegionKind.Zone },
            new() { Id = RegionId.From("east"), Name = "East", Kind = RegionKind.Zone },
            Country("a", "west"), Country("b", "east"), Country("between", "west", "east"),
        ]);
        foreach (string place in (string[])["west", "a", "b"])
        {
            Append(builder, 2020, "x", place);
        }

        Append(builder, 2021, "x", "between");
        IncidentQuery east = IncidentQuery.OverPieces().InRegions(RegionId.From("east")).IncludingUncertain();
        builder.ToTable().WriteParquetFolder(folder, null, ParquetPartition.Year, ParquetPartition.Admin0);
        east.RunParquet(folder).Total.Incidents.Should().Be(4);
        east.RunParquet(Path.Combine(folder, "year=2020")).Total.Incidents.Should().Be(3, "what was in the west may have been between");
    }

    [Fact]
    public void A_link_that_holds_in_a_region_that_no_row_of_the_file_names_does_not_hold_elsewhere()
    {
        IncidentTableBuilder builder = new();
        builder.DefineRegions([Country("here"), Country("there")]);
        builder.DeclareAffiliations(
        [
            new()
            {
                Actor = ActorId.From("part"), Kind = AffiliationKind.PartOf, To = ActorId.From("whole"), Regions = [RegionId.From("there")],
                Period = UncertainDate.Parse("2000/2030"),
            },
        ]);
        Append(builder, 2020, "part", "here");
        Append(builder, 2021, "part", "there");
        builder.ToTable().WriteParquetFolder(folder, null, ParquetPartition.Year);
        IncidentQuery whole = IncidentQuery.OverPieces().WithFirstSide(ActorId.From("whole"));
        Aggregate answer = whole.RunParquet(Path.Combine(folder, "year=2020"));
        (answer.Total.Incidents, answer.Perhaps).Should().Be((0, 0));
        whole.RunParquet(Path.Combine(folder, "year=2021")).Total.Incidents.Should().Be(1);
    }

    private static Region Country(string id, params string[] within) => new()
    {
        Id = RegionId.From(id), Name = id, Kind = RegionKind.Country, Within = within.Select(RegionId.From).ToValueList(),
    };

    private static void Append(IncidentTableBuilder builder, int year, string side, string place) => builder.Append(new()
    {
        Earliest = new(year, 5, 1), Latest = new(year, 5, 1), FirstSide = builder.CodeOf(ActorId.From(side)),
        Region = builder.CodeOf(RegionId.From(place)),
    });

    /// <summary>Few incidents a year, and many regions and actors that bear on each other in all the ways there are.</summary>
    private static IncidentTable Table(Random random)
    {
        IncidentTableBuilder builder = new();
        int regions = random.Next(4, 16);
        builder.DefineRegions(Enumerable.Range(0, regions).Where(i => i < 4 || random.Next(8) > 0).Select(i => new Region
        {
            Id = RegionOf(i),
            Name = $"Region {i}",
            Kind = i < 2 ? RegionKind.Zone : Kinds[random.Next(Kinds.Length)],
            Within = Enumerable.Range(0, i).Where(_ => random.Next(3) == 0).Select(RegionOf).Take(2).ToValueList(),
            Overlaps = Enumerable.Range(0, regions).Where(other => other != i && random.Next(8) == 0).Select(RegionOf).ToValueList(),
        }));
        int actors = random.Next(3, 12);
        builder.DeclareAffiliations(Enumerable.Range(1, actors - 1).Where(_ => random.Next(3) > 0).Select(i => new Affiliation
        {
            Actor = ActorOf(i),
            Kind = random.Next(4) == 0 ? AffiliationKind.BackedBy : AffiliationKind.MemberOf,
            To = ActorOf(random.Next(i)),
            Period = random.Next(2) == 0 ? null : UncertainDate.Parse($"{2010 + random.Next(6)}/.."),
            Regions = random.Next(2) == 0 ? [] : [RegionOf(random.Next(regions))],
            Against = random.Next(3) > 0 ? [] : [ActorOf(random.Next(actors))],
        }));
        builder.DeclareMembers(builder.CodeOf(ActorId.From("both")), ActorOf(0), ActorOf(1));
        for (int i = 0; i < 12; i++)
        {
            NodaTime.LocalDate day = new NodaTime.LocalDate(2010, 1, 20).PlusDays(random.Next(3000));
            builder.Append(
                new()
                {
                    Earliest = day,
                    Latest = day.PlusDays(random.Next(30)),
                    FirstSide = builder.CodeOf(random.Next(6) == 0 ? ActorId.From("both") : ActorOf(random.Next(actors))),
                    SecondSide = builder.CodeOf(ActorOf(random.Next(actors))),
                    Region = random.Next(8) == 0 ? default : builder.CodeOf(RegionOf(random.Next(regions))),
                },
                Measure.Killed.Is(random.Next(50)));
        }

        return builder.ToTable();
    }

    private static IncidentQuery Question(Random random)
    {
        IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed).KeepingUnknown();
        query = random.Next(2) == 0 ? query.InRegions(RegionOf(random.Next(4))) : query;
        query = random.Next(2) == 0 ? query.WithEitherSide(ActorOf(random.Next(3))) : query;
        query = random.Next(2) == 0 ? query.IncludingUncertain() : query;
        return random.Next(3) switch
        {
            0 => query.GroupBy(GroupKey.RegionAt(RegionKind.Governorate)),
            1 => query.GroupBy(GroupKey.Actor, GroupKey.Year),
            _ => query,
        };
    }

    private static RegionId RegionOf(int number) => RegionId.From($"r{number}");

    private static ActorId ActorOf(int number) => ActorId.From($"a{number}");
}
