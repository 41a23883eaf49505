using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.People;

public class NamePartsTests
{
    [Theory]
    [InlineData("Ahmad Zorkali", "ahmad zorkali")]
    [InlineData("Sheikh Ahmad al-Zorkali", "ahmad zorkali")]
    [InlineData("Ahmad bin Muhammad Zorkali", "ahmad muhammad zorkali")]
    [InlineData("Bin Zorkali", "bin zorkali")]
    [InlineData("Abd al-Rahman Gubranek", "abdrahman gubranek")]
    [InlineData("Abdulrahman Gubranek", "abdrahman gubranek")]
    [InlineData("Abdurrahman", "abdrahman")]
    [InlineData("Abdelkarim", "abdkarim")]
    [InlineData("Abdullah", "abdlah")]
    [InlineData("Abdi", "abdi")]
    [InlineData("Abdeen", "abdeen")]
    [InlineData("عبد الرحمن", "عبدرحمن")]
    [InlineData("عبدالرحمن", "عبدرحمن")]
    [InlineData("Abu Zork Plimsek", "abuzork plimsek")]
    [InlineData("Ahmad Abu", "ahmad abu")]
    [InlineData("Abu Abd Zork", "abuabd zork")]
    [InlineData("Unknown", "")]
    [InlineData("Ahmad unknown", "")]
    [InlineData("مجهول الهوية", "")]
    [InlineData("Mr", "")]
    [InlineData("a b c d e f g h i j", "a b c d e f g h")]
    [InlineData("a b c d e f g h abu", "a b c d e f g h")]
    public void A_name_is_its_words_without_what_is_said_before_and_between_them(string name, string parts) =>
        string.Join(' ', new NameParts().Of(name).Select(part => part.Text)).Should().Be(parts);

    [Fact]
    public void A_word_of_a_list_stands_there_once_and_those_of_one_sound_are_known_to_be()
    {
        NameParts parts = new();
        NamePart[] one = parts.Of("Ahmad Zorkali"), other = parts.Of("Zorkali Ahmed");
        other[0].Should().BeSameAs(one[1]);
        other[1].Should().NotBeSameAs(one[0]);
        other[1].OfSound.Should().BeSameAs(one[0].OfSound);
        one[1].OfSound.Should().NotBeSameAs(one[0].OfSound);
        parts.Of(new string('a', 2_000)).Should().BeEmpty("it is no name");
    }

    [Theory]
    [InlineData("Zorkali", "Zorkali", "Same")]
    [InlineData("Zorkali", "Zorklai", "Near")]
    [InlineData("Zorkali", "Zorkalli", "Same")]
    [InlineData("Zorkali", "Xorkali", "None")]
    [InlineData("Zorkali", "Zortaki", "None")]
    [InlineData("Plimsekovan", "Plinsetovan", "Near")]
    [InlineData("Plimsekovan", "Plinsetoran", "None")]
    [InlineData("Rim", "Ram", "Near")]
    [InlineData("Rim", "Rid", "None")]
    [InlineData("Zorkali", "زركلي", "Same")]
    [InlineData("Zorkali", "زركبي", "Near")]
    [InlineData("Plimsek", "פלימסק", "None")]
    public void A_slip_keeps_the_first_letter_and_more_letters_may_differ_the_longer_the_word(string one, string other, string likeness)
    {
        NameParts parts = new();
        (NamePart mine, NamePart theirs) = (parts.Of(one)[0], parts.Of(other)[0]);
        mine.Compare(theirs, 2).ToString().Should().Be(likeness);
        theirs.Compare(mine, 2).ToString().Should().Be(likeness);
        mine.Compare(mine, 0).ToString().Should().Be("Same");
    }
}
