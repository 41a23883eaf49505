namespace ConflictModel.Interchange.Tests.Conventions;

/// <summary>A format is one object in one folder: whoever reads its columns elsewhere knows too much.</summary>
public class FormatFolderTests
{
    /// <summary>Names that the columns of an answer to a query have as well.</summary>
    private static readonly string[] Shared = ["side_a", "side_b"];

    [Fact]
    public void A_column_of_a_format_is_named_in_the_folder_of_the_format_alone()
    {
        string[] columns =
        [
            .. EventFormats.All.Where(format => format.IsRead)
                .SelectMany(format => format.Columns).Where(column => column.Contains('_', StringComparison.Ordinal)).Except(Shared),
        ];
        columns.Should().Contain(["dyad_new_id", "type_of_violence", "event_type"]);
        string[] named =
        [
            .. from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
               let file = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
               where !file.Contains("/obj/", StringComparison.Ordinal)
                   && !file.Contains("/UcdpGed/", StringComparison.Ordinal) && !file.Contains("/Acled/", StringComparison.Ordinal)
                   // Plain tables have columns of their own, one of which UCDP calls the same.
                   && !file.Contains("/Aggregation/Pieces/", StringComparison.Ordinal)
               let text = File.ReadAllText(path)
               from column in columns
               where text.Contains($"\"{column}\"", StringComparison.Ordinal)
               select $"{file}: {column}",
        ];
        named.Should().BeEmpty();
    }
}
