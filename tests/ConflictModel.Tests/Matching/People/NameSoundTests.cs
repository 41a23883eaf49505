using ConflictModel.Catalogs;
using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.People;

public class NameSoundTests
{
    [Theory]
    [InlineData("Hassan", "hsn")]
    [InlineData("Muhammad", "mhmd")]
    [InlineData("Shaykh", "sh")]
    [InlineData("Gamal", "jml")]
    [InlineData("Khalid", "hld")]
    [InlineData("Abd", "bd")]
    [InlineData("عمر", "mr")]
    [InlineData("حسين", "hsn")]
    [InlineData("Ivan", "n")]
    public void A_name_is_heard_by_its_consonants(string name, string consonants) => Sound(name)!.Consonants.Should().Be(consonants);

    [Theory]
    [InlineData("Hassan", "Hasan", "Same")]
    [InlineData("Hussein", "Husayn", "Same")]
    [InlineData("Hassan", "Hussein", "None")]
    [InlineData("Hasan", "Hasen", "Same")]
    [InlineData("Hasan", "Hasin", "Near")]
    [InlineData("Husain", "Husin", "Same")]
    [InlineData("Husain", "Husan", "Near")]
    [InlineData("Husayn", "Husan", "Near")]
    [InlineData("Husein", "Husan", "Near")]
    [InlineData("Huseyn", "Husan", "Near")]
    [InlineData("Huseen", "Husan", "Near")]
    [InlineData("Husen", "Husan", "Same")]
    [InlineData("Hasan", "Husun", "None")]
    [InlineData("حسن", "حسن", "Same")]
    [InlineData("حسن", "حسين", "None")]
    [InlineData("محمد", "محمود", "None")]
    [InlineData("حسان", "حسن", "Near")]
    [InlineData("Hasan", "حسن", "Same")]
    [InlineData("Husayn", "حسين", "Same")]
    [InlineData("Hasan", "حسين", "None")]
    [InlineData("Mouhammad", "محمد", "Near")]
    [InlineData("Mahmoud", "محمد", "Near")]
    [InlineData("Mustafa", "مصطفى", "Same")]
    [InlineData("Layla", "ليلى", "Same")]
    [InlineData("Umar", "عمر", "Same")]
    public void Vowels_tell_names_of_the_same_consonants_apart(string one, string other, string likeness)
    {
        Sound(one)!.Compare(Sound(other)!).ToString().Should().Be(likeness);
        Sound(other)!.Compare(Sound(one)!).ToString().Should().Be(likeness);
    }

    [Fact]
    public void A_script_whose_sounds_are_not_known_has_none()
    {
        Sound("アフマド").Should().BeNull();
        Sound("אחמד").Should().BeNull();
        Sound("Hasan")!.IsAcross(Sound("حسن")!).Should().BeTrue();
        Sound("Hasan")!.IsAcross(Sound("Hasan")!).Should().BeFalse();
        Sound("حسن")!.IsAcross(Sound("حسن")!).Should().BeFalse();
    }

    private static NameSound? Sound(string name) => NameSound.Of(NameFolding.Fold(name));
}
