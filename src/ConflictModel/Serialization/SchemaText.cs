namespace ConflictModel.Serialization;

/// <summary>The schema file that the library carries with it.</summary>
internal static class SchemaText
{
    private static readonly Lazy<string> Text = new(() =>
    {
        using Stream stream = typeof(SchemaText).Assembly.GetManifestResourceStream("ConflictModel.schema.json")
            ?? throw new InvalidOperationException("The assembly lacks its schema.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    public static string Value => Text.Value;
}
