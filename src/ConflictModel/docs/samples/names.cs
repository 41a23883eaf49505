// What a name stands for, in any script, and what it must not be taken for.
using ConflictModel;
using ConflictModel.Catalogs;

foreach (string name in (string[])["Dayr az Zawr", "دير الزور", "Western Ghouta", "Sur"])
{
    NameAnswer<Region> answer = RegionCatalog.BuiltIn.Resolve(name);
    Console.WriteLine($"{name}: {(answer.Value is { } region ? region.Id : "no sure match")}");
}
