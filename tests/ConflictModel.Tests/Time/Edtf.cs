using CsCheck;

namespace ConflictModel.Tests.Time;

/// <summary>Generates texts that look like EDTF, most of them valid, for tests that must hold for all.</summary>
internal static class Edtf
{
    private static readonly Gen<string> Sign = Gen.Frequency((8, Gen.Const("")), (1, Gen.Const("-")));

    private static readonly Gen<string> Qualifier =
        Gen.Frequency((8, Gen.Const("")), (1, Gen.Const("?")), (1, Gen.Const("~")), (1, Gen.Const("%")));

    private static readonly Gen<string> Year = Gen.Select(Sign, Gen.Int[1, 9999], Gen.Int[0, 15], Gen.Int[0, 3],
        (sign, year, mask, any) => sign + Masked(year.ToString("0000"), any == 0 ? mask : 0));

    private static readonly Gen<string> Month = Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, 2],
        (month, mask, any) => Masked(month.ToString("00"), any == 0 ? mask : 0));

    private static readonly Gen<string> Group = Gen.Int[21, 41].Select(group => group.ToString());

    private static readonly Gen<string> Day = Gen.Select(Gen.Int[1, 31], Gen.Int[0, 3], Gen.Int[0, 2],
        (day, mask, any) => Masked(day.ToString("00"), any == 0 ? mask : 0));

    private static readonly Gen<string> Wide = Gen.OneOf(
        Gen.Select(Sign, Gen.Long[10_000, long.MaxValue], (sign, year) => $"Y{sign}{year}"),
        Gen.Select(Sign, Gen.Int[1, 999], Gen.Int[1, 40], Gen.Int[0, 9], (sign, year, exponent, digits) =>
            $"Y{sign}{year}E{exponent}" + (digits == 0 ? "" : $"S{digits}")),
        Gen.Select(Sign, Gen.Int[1, 9999], Gen.Int[1, 6], (sign, year, digits) => $"{sign}{year:0000}S{digits}"));

    public static readonly Gen<string> Term = Gen.Frequency(
        (2, Part(Year)),
        (3, Gen.Select(Part(Year), Part(Month), (y, m) => $"{y}-{m}")),
        (1, Gen.Select(Part(Year), Part(Group), (y, g) => $"{y}-{g}")),
        (6, Gen.Select(Part(Year), Part(Month), Part(Day), (y, m, d) => $"{y}-{m}-{d}")),
        (1, Part(Wide)));

    private static readonly Gen<string> End = Gen.Frequency((8, Term), (1, Gen.Const("")), (1, Gen.Const("..")));

    private static readonly Gen<string> Member = Gen.Frequency(
        (4, Term), (1, Gen.Select(Term, Term, (a, b) => $"{a}..{b}")), (1, Term.Select(t => ".." + t)), (1, Term.Select(t => t + "..")));

    public static readonly Gen<string> Text = Gen.Frequency(
        (5, Term),
        (3, Gen.Select(End, End, (a, b) => $"{a}/{b}")),
        (1, Member.Array[1, 4].Select(members => $"[{string.Join(",", members)}]")),
        (1, Member.Array[1, 4].Select(members => $"{{{string.Join(",", members)}}}")),
        (1, Gen.Select(Term, Gen.Int[0, 24],
            Gen.Int[0, 60], Gen.Int[0, 60], Gen.OneOf(Gen.Const(""), Gen.Const("Z"), Gen.Const("+03"), Gen.Const("-09:30")),
            (day, h, m, s, zone) => $"{day}T{h:00}:{m:00}:{s:00}{zone}")));

    private static Gen<string> Part(Gen<string> part) =>
        Gen.Select(Qualifier, part, Qualifier, (left, text, right) => left + text + right);

    private static string Masked(string digits, int mask)
    {
        char[] chars = digits.ToCharArray();
        for (int i = 0; i < chars.Length; i++)
        {
            if ((mask & (1 << (chars.Length - 1 - i))) != 0)
            {
                chars[i] = 'X';
            }
        }

        return new string(chars);
    }
}
