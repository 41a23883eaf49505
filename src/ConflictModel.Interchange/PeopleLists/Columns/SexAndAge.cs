namespace ConflictModel.Interchange;

/// <summary>A sex, and the age group where one word says both.</summary>
internal readonly record struct SexAndAge(Sex Sex, AgeGroup Age)
{
    /// <summary>All of them with their names: "female", "adult female", "adult".</summary>
    public static IReadOnlyList<(string Name, SexAndAge Value)> All { get; } =
    [
        .. from sex in Enum.GetValues<Sex>()
           from age in Enum.GetValues<AgeGroup>()
           where age != AgeGroup.Unknown
           select (age == AgeGroup.Any ? JsonName.Of(sex)
               : sex == Sex.Any ? JsonName.Of(age)
               : $"{JsonName.Of(age)} {JsonName.Of(sex)}", new SexAndAge(sex, age)),
    ];
}
