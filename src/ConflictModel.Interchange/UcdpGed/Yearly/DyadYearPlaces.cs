namespace ConflictModel.Interchange;

/// <summary>Turns the countries of rows into regions: a cell names one or several, and beside it stand their codes.</summary>
/// <remarks>
/// Codes and names need not stand in one order, so that a code is known to be a name's only from rows that name one country: which, the
/// file's end tells.
/// </remarks>
internal sealed class DyadYearPlaces(RegionBook regions)
{
    private const string Joint = ", ";

    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    /// <summary>What a row says of its countries; <paramref name="place"/> and <paramref name="code"/> are the columns.</summary>
    public Countries Of(Row row, int place, int code)
    {
        Countries countries = CountriesOf(row, place, code);
        if (countries is { Names: [var name], Codes: [var only] })
        {
            codes.TryAdd(name, only);
        }

        return countries;
    }

    /// <inheritdoc cref="Of"/>
    public static Countries CountriesOf(Row row, int place, int code)
    {
        string name = row.Text(place);
        string[] coded = [.. row.Text(code).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(CellText.IdOf)];

        // One code is one country, whatever commas its name has. Where the names are not as many as the codes, nobody knows which comma
        // parts two of them.
        string[] names = name.Length == 0 ? [] : coded.Length <= 1 ? [name] : name.Split(Joint);
        return new(coded.Length <= 1 || names.Length == coded.Length ? names : [], coded);
    }

    /// <summary>The regions of a row, now that all rows are known; none where its names can't be told apart.</summary>
    public ValueList<RegionId> Settled(Countries countries) => countries.Names
        .Select(name => codes.GetValueOrDefault(name, "") is var code && countries.Codes.Contains(code)
            ? regions.Of(WorldOf([code]), code, name)
            : regions.Of(WorldOf(countries.Codes), "", name))
        .OfType<RegionId>()
        .ToValueList();

    /// <summary>The smallest region that holds all countries of a row, as far as the row alone says.</summary>
    public RegionId? Smallest(Countries countries) => countries.Names.Count == 1
        ? regions.Of(WorldOf(countries.Codes), countries.Codes.Count == 1 ? countries.Codes[0] : "", countries.Names[0])
        : regions.Of(WorldOf(countries.Codes), "", "");

    /// <summary>The part of the world by the codebook's ranges of country codes; empty if they lie in several.</summary>
    private static string WorldOf(IReadOnlyList<string> codes)
    {
        string[] worlds = [.. codes.Select(WorldOf).Distinct()];
        return worlds is [var only] ? only : "";
    }

    private static string WorldOf(string code) => !CellText.TryCount(code, out long number) ? "" : number switch
    {
        >= 2 and < 200 => "Americas",
        >= 200 and < 400 => "Europe",
        >= 400 and < 630 => "Africa",
        >= 630 and < 700 => "Middle East",
        >= 700 and < 1000 => "Asia",
        _ => "",
    };

    /// <summary>The countries of a row.</summary>
    /// <param name="Names">Their names; none where they can't be told apart.</param>
    /// <param name="Codes">Their codes, in an order of their own.</param>
    internal sealed record Countries(IReadOnlyList<string> Names, IReadOnlyList<string> Codes);
}
