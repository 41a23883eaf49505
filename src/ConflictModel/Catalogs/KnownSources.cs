namespace ConflictModel.Catalogs;

/// <summary>Sources that come up again and again, as typed constants.</summary>
public static class KnownSources
{
    /// <summary>The Syrian Observatory for Human Rights.</summary>
    public static Source Sohr { get; } = new()
    {
        Id = SourceId.From("sohr"),
        Name = new([new("en", "Syrian Observatory for Human Rights"), new("ar", "المرصد السوري لحقوق الإنسان")]),
        Kind = SourceKind.Monitor,
        Aliases = ["SOHR"],
        Url = "https://www.syriahr.com",
    };

    /// <summary>The United Nations.</summary>
    public static Source UnitedNations { get; } = new()
    {
        Id = SourceId.From("un"),
        Name = new([new("en", "United Nations"), new("ar", "الأمم المتحدة")]),
        Kind = SourceKind.International,
        Aliases = ["UN"],
        Url = "https://www.un.org",
    };
}
