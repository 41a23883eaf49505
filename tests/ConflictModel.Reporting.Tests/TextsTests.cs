using System.Text.RegularExpressions;
using ConflictModel.Validation;

namespace ConflictModel.Reporting.Tests;

/// <summary>Each language says everything, each in its own letters and with the same things put in.</summary>
public partial class TextsTests
{

    public static TheoryData<string> Names =>
        [.. typeof(ReportTexts).GetProperties().Where(one => one.PropertyType == typeof(string)).Select(one => one.Name)];

    public static TheoryData<string> Plurals =>
        [.. typeof(ReportTexts).GetProperties().Where(one => one.PropertyType == typeof(Plural)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_there_in_both_languages_with_the_same_places(string name)
    {
        (string english, string arabic) = (Text(EnglishTexts.All, name), Text(ArabicTexts.All, name));
        english.Should().NotBeEmpty();
        arabic.Should().NotBeEmpty();
        Places(arabic).Should().BeEquivalentTo(Places(english), $"{name} puts in the same");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_arabic_text_is_in_arabic(string name)
    {
        string arabic = Place().Replace(Text(ArabicTexts.All, name), "");
        if (arabic.Any(char.IsLetter) && name != nameof(ReportTexts.Language))
        {
            arabic.Should().MatchRegex("[\u0621-\u064a]");
            Text(EnglishTexts.All, name).Should().MatchRegex("[A-Za-z]");
        }
        else
        {
            // Marks alone: an English comma or question mark does not stand in Arabic.
            arabic.Should().NotContainAny(",", ";", "?");
        }
    }

    [Theory]
    [MemberData(nameof(Plurals))]
    public void Things_are_counted_in_the_forms_of_the_language(string name)
    {
        Plural arabic = Of<Plural>(ArabicTexts.All, name);
        new[] { arabic.Zero, arabic.Two, arabic.Few, arabic.Many }.Should().NotContainNulls("Arabic has six forms");
        arabic.Few.Should().Contain("{0}");
        arabic.Many.Should().Contain("{0}");
        arabic.Other.Should().Contain("{0}");
        Of<Plural>(EnglishTexts.All, name).Other.Should().Contain("{0}");
    }

    [Theory]
    [InlineData(0, "لا حوادث")]
    [InlineData(1, "حادثة واحدة")]
    [InlineData(2, "حادثتان")]
    [InlineData(3, "3 حوادث")]
    [InlineData(10, "10 حوادث")]
    [InlineData(11, "11 حادثة")]
    [InlineData(99, "99 حادثة")]
    [InlineData(100, "100 حادثة")]
    [InlineData(103, "103 حوادث")]
    [InlineData(16566, "16,566 حادثة")]
    public void Incidents_are_counted_as_arabic_counts(long number, string text) =>
        new ReportVoice(ArabicTexts.All).Counted(number, ArabicTexts.All.Incidents).Should().Be(text);

    [Fact]
    public void Every_member_that_a_page_names_has_an_arabic_word()
    {
        Type[] named =
        [
            typeof(Harm), typeof(Axis), typeof(IncidentKind), typeof(InvolvementRole), typeof(BasisKind), typeof(Severity),
            typeof(AttributionStatus),
            typeof(SourceKind), typeof(ActorKind), typeof(RegionKind),
        ];
        named.SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Where(member => !ArabicTexts.All.Members.ContainsKey(member))
            .Should().BeEmpty();
        ArabicTexts.All.Members.Keys.Select(member => member.GetType()).Distinct().Should().BeEquivalentTo(named);
        ArabicTexts.All.Members.Values.Should().OnlyContain(word => word.Any(letter => letter >= '\u0621' && letter <= '\u064a'));
    }

    [Fact]
    public void Every_age_and_sex_has_a_word_in_both_languages_or_in_none()
    {
        foreach (AgeGroup age in Enum.GetValues<AgeGroup>())
        {
            foreach (Sex sex in Enum.GetValues<Sex>())
            {
                (ArabicTexts.All.AgeAndSex(age, sex) is null).Should().Be(EnglishTexts.All.AgeAndSex(age, sex) is null, $"{age} {sex}");
            }
        }
    }

    [Theory]
    [InlineData("ar", "ar")]
    [InlineData("ar-SY", "ar")]
    [InlineData("AR", "ar")]
    [InlineData("en", "en")]
    [InlineData("ku", "en")]
    [InlineData("arz", "en")]
    public void A_tag_chooses_the_language_of_the_page(string tag, string language) => ReportTexts.In(tag).Language.Should().Be(language);

    [Fact]
    public void Digits_are_arabic_indic_by_choice()
    {
        new ReportVoice(ArabicTexts.All, easternDigits: true).Of(new Bounds(3690, 4100)).Should().Be("من ٣٬٦٩٠ إلى ٤٬١٠٠");
        new ReportVoice(ArabicTexts.All).Of(new Bounds(3690, 4100)).Should().Be("من 3,690 إلى 4,100");
        new ReportVoice(EnglishTexts.All).Of(Bounds.AtLeast(8)).Should().Be("8 or more");
    }

    [Fact]
    public void A_value_that_looks_like_a_place_is_not_filled() =>
        new ReportVoice(EnglishTexts.All).Fill("{1}: {0}", "{1}", "{0}").Should().Be("{0}: {1}");

    private static string Text(ReportTexts texts, string name) => Of<string>(texts, name);

    private static T Of<T>(ReportTexts texts, string name) => (T)typeof(ReportTexts).GetProperty(name)!.GetValue(texts)!;

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order()];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
