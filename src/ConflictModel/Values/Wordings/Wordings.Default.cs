namespace ConflictModel;

public sealed partial class Wordings
{
    // A figure is rounded before it is hedged, hence the wide margins.
    private const int About = 75;
    private const int AboutAbove = 125;

    // Whom a count is of: such a word after a figure tells that the figure is the count.
    private static readonly string[] People =
    [
        "people", "person", "persons", "dead", "killed", "deaths", "fatalities", "wounded", "injured", "casualties",
        "victims", "civilian", "civilians",
        "fighter", "fighters", "soldier", "soldiers", "militiaman", "militiamen", "combatants", "members", "officers",
        "man", "men", "woman", "women",
        "child", "children", "others",
        "personne", "personnes", "mort", "morts", "tué", "tués", "blessé", "blessés", "civil", "civils", "combattants",
        "soldat", "soldats", "membres",
        "officiers", "homme", "hommes", "femme", "femmes", "enfant", "enfants", "victimes",
        "شخص", "شخصا", "أشخاص", "قتيل", "قتيلا", "قتلى", "جريح", "جريحا", "جرحى", "مدني", "مدنيا", "مدنيين", "عنصر",
        "عنصرا", "عناصر", "مقاتل", "مقاتلا",
        "مقاتلين", "جندي", "جنديا", "جنود", "ضباط", "رجال", "نساء", "أطفال", "ضحايا", "شهداء",
    ];

    private static IEnumerable<WordingRule> DefaultRules() => [.. English(), .. French(), .. Arabic()];

    private static IEnumerable<WordingRule> English()
    {
        foreach (string phrase in (string[])["more than", "over", "above", "in excess of", "upwards of", "exceeding"])
        {
            yield return WordingRule.Above(phrase);
        }

        foreach (string phrase in (string[])["fewer than", "less than", "under", "below"])
        {
            yield return WordingRule.Below(phrase);
        }

        foreach (string phrase in (string[])["at least", "no fewer than", "no less than", "not less than", "a minimum of", "or more", "+"])
        {
            yield return WordingRule.Hedge(phrase, 100, null);
        }

        foreach (string phrase in (string[])["at most", "up to", "no more than", "not more than", "a maximum of",
            "as many as", "or fewer", "or less"])
        {
            yield return WordingRule.Hedge(phrase, null, 100);
        }

        foreach (string phrase in (string[])["nearly", "almost", "just under", "just short of"])
        {
            yield return WordingRule.Hedge(phrase, 90, 100);
        }

        yield return WordingRule.Hedge("just over", 100, 110);
        foreach (string phrase in (string[])["about", "around", "approximately", "some", "roughly", "circa",
            "an estimated", "estimated", "close to", "approx", "or so"])
        {
            yield return WordingRule.Hedge(phrase, About, AboutAbove);
        }

        yield return WordingRule.Word("a couple", new(2, 3));
        yield return WordingRule.Word("a few", new(2, 20));
        yield return WordingRule.Word("a handful", new(2, 12));
        yield return WordingRule.Word("several", new(2, 24));
        yield return WordingRule.Word("a number of", new(2, null));
        yield return WordingRule.Word("many", new(2, null));
        yield return WordingRule.Word("numerous", new(2, null));
        yield return WordingRule.Word("half a dozen", new(5, 8), figure: 6);
        yield return WordingRule.Word("a dozen", new(10, 15), figure: 12);
        yield return WordingRule.Word("two dozen", new(20, 30), figure: 24);
        foreach (string phrase in (string[])["several dozen", "a few dozen", "dozens", "tens"])
        {
            yield return WordingRule.Word(phrase, new(20, 199));
        }

        yield return WordingRule.Word("scores", new(20, 399));
        foreach (string phrase in (string[])["several hundred", "a few hundred", "hundreds"])
        {
            yield return WordingRule.Word(phrase, new(200, 1_999));
        }

        foreach (string phrase in (string[])["several thousand", "a few thousand", "thousands"])
        {
            yield return WordingRule.Word(phrase, new(2_000, 99_999));
        }

        yield return WordingRule.Word("tens of thousands", new(20_000, 199_999));
        yield return WordingRule.Word("hundreds of thousands", new(200_000, 1_999_999));
        yield return WordingRule.Word("millions", new(2_000_000, 999_999_999));
    }

    private static IEnumerable<WordingRule> French()
    {
        yield return WordingRule.Above("plus de", "fr");
        yield return WordingRule.Above("plus d'", "fr");
        yield return WordingRule.Below("moins de", "fr");
        yield return WordingRule.Below("moins d'", "fr");
        foreach (string phrase in (string[])["au moins", "au minimum", "pas moins de", "pas moins d'"])
        {
            yield return WordingRule.Hedge(phrase, 100, null, "fr");
        }

        foreach (string phrase in (string[])["au plus", "au maximum", "jusqu'à", "pas plus de", "pas plus d'"])
        {
            yield return WordingRule.Hedge(phrase, null, 100, "fr");
        }

        yield return WordingRule.Hedge("presque", 90, 100, "fr");
        foreach (string phrase in (string[])["près de", "près d'", "environ", "quelque", "à peu près", "autour de", "autour d'"])
        {
            yield return WordingRule.Hedge(phrase, About, AboutAbove, "fr");
        }

        yield return WordingRule.Word("quelques", new(2, 20), "fr");
        yield return WordingRule.Word("plusieurs", new(2, 24), "fr");
        yield return WordingRule.Word("un certain nombre", new(2, null), "fr");
        yield return WordingRule.Word("de nombreux", new(2, null), "fr");
        yield return WordingRule.Word("une demi-douzaine", new(5, 8), "fr", 6);
        yield return WordingRule.Word("une dizaine", new(7, 15), "fr", 10);
        yield return WordingRule.Word("une douzaine", new(10, 15), "fr", 12);
        yield return WordingRule.Word("une quinzaine", new(12, 19), "fr", 15);
        yield return WordingRule.Word("une vingtaine", new(15, 25), "fr", 20);
        yield return WordingRule.Word("une trentaine", new(23, 38), "fr", 30);
        yield return WordingRule.Word("une quarantaine", new(30, 50), "fr", 40);
        yield return WordingRule.Word("une cinquantaine", new(38, 63), "fr", 50);
        yield return WordingRule.Word("une soixantaine", new(45, 75), "fr", 60);
        yield return WordingRule.Word("une centaine", new(75, 150), "fr", 100);
        yield return WordingRule.Word("un millier", new(750, 1_500), "fr", 1_000);
        foreach (string phrase in (string[])["plusieurs dizaines", "quelques dizaines", "dizaines"])
        {
            yield return WordingRule.Word(phrase, new(20, 199), "fr");
        }

        foreach (string phrase in (string[])["plusieurs centaines", "quelques centaines", "centaines"])
        {
            yield return WordingRule.Word(phrase, new(200, 1_999), "fr");
        }

        foreach (string phrase in (string[])["plusieurs milliers", "quelques milliers", "milliers"])
        {
            yield return WordingRule.Word(phrase, new(2_000, 99_999), "fr");
        }

        yield return WordingRule.Word("dizaines de milliers", new(20_000, 199_999), "fr");
        yield return WordingRule.Word("centaines de milliers", new(200_000, 1_999_999), "fr");
    }

    private static IEnumerable<WordingRule> Arabic()
    {
        foreach (string phrase in (string[])["أكثر من", "ما يزيد عن", "ما يزيد على"])
        {
            yield return WordingRule.Above(phrase, "ar");
        }

        yield return WordingRule.Below("أقل من", "ar");
        foreach (string phrase in (string[])["على الأقل", "ما لا يقل عن"])
        {
            yield return WordingRule.Hedge(phrase, 100, null, "ar");
        }

        foreach (string phrase in (string[])["على الأكثر", "ما لا يزيد عن"])
        {
            yield return WordingRule.Hedge(phrase, null, 100, "ar");
        }

        foreach (string phrase in (string[])["نحو", "حوالي", "قرابة", "ما يقارب", "زهاء"])
        {
            yield return WordingRule.Hedge(phrase, About, AboutAbove, "ar");
        }

        foreach (string article in (string[])["", "ال"])
        {
            yield return WordingRule.Word(article + "عشرات", new(20, 199), "ar");
            yield return WordingRule.Word(article + "مئات", new(200, 1_999), "ar");
            yield return WordingRule.Word(article + "آلاف", new(2_000, 99_999), "ar");
        }

        yield return WordingRule.Word("دزينة", new(10, 15), "ar", 12);
        foreach (string several in (string[])["عدة", "بضع", "بضعة"])
        {
            yield return WordingRule.Word(several + " عشرات", new(20, 199), "ar");
            yield return WordingRule.Word(several + " مئات", new(200, 1_999), "ar");
            yield return WordingRule.Word(several + " آلاف", new(2_000, 99_999), "ar");
        }

        yield return WordingRule.Word("عدة", new(2, 24), "ar");
        yield return WordingRule.Word("عدد من", new(2, null), "ar");
        yield return WordingRule.Word("بضع", new(2, 20), "ar");
        yield return WordingRule.Word("بضعة", new(2, 20), "ar");
        yield return WordingRule.Word("عشرات الآلاف", new(20_000, 199_999), "ar");
        yield return WordingRule.Word("مئات الآلاف", new(200_000, 1_999_999), "ar");
    }
}
