using ConflictModel.Catalogs;

namespace ConflictModel.Tests.Catalogs.Names;

public class ConsonantKeyTests
{
    [Theory]
    [InlineData("shaykh", "sx")]
    [InlineData("bahr", "bhr")]
    [InlineData("hamah", "hm")]
    [InlineData("hamah zor", "hmzr")]
    [InlineData("khalaf", "xlf")]
    [InlineData("qasr", "ksr")]
    [InlineData("djabal", "jbl")]
    [InlineData("zzizz9", "z9")]
    [InlineData("омск", "")]
    public void A_name_in_latin_letters_has_a_key_of_its_consonants(string romanised, string key)
    {
        Span<char> room = stackalloc char[romanised.Length];
        room[..ConsonantKey.Write(romanised, room)].ToString().Should().Be(key);
    }
}
