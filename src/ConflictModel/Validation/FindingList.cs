namespace ConflictModel.Validation;

/// <summary>Collects findings in the order they are made.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> findings = [];

    public void Error(string code, JsonPointer pointer, string message, ValueList<long> numbers = default, string? repair = null) =>
        Add(code, Severity.Error, pointer, message, numbers, repair);

    public void Warning(string code, JsonPointer pointer, string message, ValueList<long> numbers = default, string? repair = null) =>
        Add(code, Severity.Warning, pointer, message, numbers, repair);

    public void Information(string code, JsonPointer pointer, string message, ValueList<long> numbers = default) =>
        Add(code, Severity.Information, pointer, message, numbers, null);

    public bool Has(string code) => findings.Exists(finding => finding.Code == code);

    public ValueList<Finding> ToValueList() => findings.ToValueList();

    public void Add(
        string code, Severity severity, JsonPointer pointer, string message, ValueList<long> numbers, string? repair = null) =>
        findings.Add(new()
        {
            Code = code,
            Severity = severity,
            Pointer = pointer,
            Message = message,
            Numbers = numbers,
            Repair = repair,
        });
}
