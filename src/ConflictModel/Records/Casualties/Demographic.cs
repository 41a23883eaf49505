namespace ConflictModel;

/// <summary>A group of people by age and sex, as casualty records break them down.</summary>
public enum Demographic
{
    /// <summary>Not broken down.</summary>
    Any = 0,

    /// <summary>Women: adult and female.</summary>
    Women,

    /// <summary>Men: adult and male.</summary>
    Men,

    /// <summary>Children: under 18, of either sex.</summary>
    Children,

    /// <summary>Elderly people, of either sex.</summary>
    Elderly,
}
