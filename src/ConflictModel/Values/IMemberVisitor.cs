namespace ConflictModel;

/// <summary>Looks at the members of a record one by one.</summary>
internal interface IMemberVisitor
{
    /// <summary>A member that a file must have.</summary>
    void Required<T>(string name, T value)
        where T : notnull;

    /// <summary>A member that a file must have, and that is null there where there is no value.</summary>
    void RequiredOrNull<T>(string name, T? value)
        where T : struct;

    /// <summary>A member that a file leaves out where it is the default of its type.</summary>
    void Optional<T>(string name, T? value);

    /// <summary>A member of a value type that may be null.</summary>
    void Optional<T>(string name, T? value)
        where T : struct;

    /// <summary>A member that is read and never written: one of former versions, or one that says nothing of the data.</summary>
    void ReadOnly(string name)
    {
    }
}
