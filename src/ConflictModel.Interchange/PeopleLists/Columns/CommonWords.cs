namespace ConflictModel.Interchange;

/// <summary>
/// Spellings in lists of people that can be nothing else. What could be two things is not here: "Non-Civilian" may be a member of armed
/// forces or somebody who takes a direct part, "explosion" a shell or a mine.
/// </summary>
internal static class CommonWords
{
    public static readonly string[] Unknown = ["unknown", "not known", "unk", "unspecified", "غير معروف", "مجهول", "inconnu"];

    public static readonly (string Word, Harm Meaning)[] Harms =
    [
        ("dead", Harm.Killed), ("died", Harm.Killed), ("death", Harm.Killed), ("fatality", Harm.Killed), ("قتيل", Harm.Killed),
        ("قتيلة", Harm.Killed), ("شهيد", Harm.Killed), ("شهيدة", Harm.Killed), ("tué", Harm.Killed), ("tuée", Harm.Killed),
        ("injured", Harm.Wounded), ("جريح", Harm.Wounded), ("جريحة", Harm.Wounded), ("blessé", Harm.Wounded), ("blessée", Harm.Wounded),
        ("disappeared", Harm.Missing), ("مفقود", Harm.Missing), ("مفقودة", Harm.Missing), ("disparu", Harm.Missing),
        ("disparue", Harm.Missing), ("detainee", Harm.Detained), ("arrested", Harm.Detained), ("معتقل", Harm.Detained),
        ("معتقلة", Harm.Detained), ("kidnapped", Harm.Abducted), ("مخطوف", Harm.Abducted), ("مخطوفة", Harm.Abducted),
    ];

    public static readonly (string Word, AgeGroup Meaning)[] Ages =
    [
        ("children", AgeGroup.Child), ("minor", AgeGroup.Child), ("طفل", AgeGroup.Child), ("طفلة", AgeGroup.Child),
        ("enfant", AgeGroup.Child), ("adults", AgeGroup.Adult), ("بالغ", AgeGroup.Adult), ("بالغة", AgeGroup.Adult),
        ("adulte", AgeGroup.Adult), ("مسن", AgeGroup.Elderly), ("مسنة", AgeGroup.Elderly),
    ];

    public static readonly (string Word, PersonStatus Meaning)[] Statuses =
    [
        ("civilians", PersonStatus.Civilian), ("civ", PersonStatus.Civilian), ("مدني", PersonStatus.Civilian),
        ("مدنية", PersonStatus.Civilian), ("civil", PersonStatus.Civilian), ("civile", PersonStatus.Civilian),
        ("member of armed forces", PersonStatus.ArmedForces),
    ];

    public static readonly (string Word, Identification Meaning)[] Identifications =
    [
        ("unknown identity", Identification.Unidentified), ("not identified", Identification.Unidentified),
        ("مجهول الهوية", Identification.Unidentified), ("partially identified", Identification.Partly),
        ("partly identified", Identification.Partly),
    ];

    public static readonly (string Word, Cause Meaning)[] Causes =
    [
        ("shelling", Cause.HeavyWeapons), ("artillery", Cause.HeavyWeapons), ("artillery shelling", Cause.HeavyWeapons),
        ("mortar", Cause.HeavyWeapons), ("air strike", Cause.HeavyWeapons), ("airstrike", Cause.HeavyWeapons),
        ("air bombardment", Cause.HeavyWeapons), ("bombardment", Cause.HeavyWeapons), ("warplane shelling", Cause.HeavyWeapons),
        ("barrel bomb", Cause.HeavyWeapons), ("rocket", Cause.HeavyWeapons), ("قصف", Cause.HeavyWeapons), ("قصف جوي", Cause.HeavyWeapons),
        ("قصف مدفعي", Cause.HeavyWeapons), ("landmine", Cause.PlantedExplosives), ("land mine", Cause.PlantedExplosives),
        ("ied", Cause.PlantedExplosives), ("improvised explosive device", Cause.PlantedExplosives), ("uxo", Cause.PlantedExplosives),
        ("unexploded ordnance", Cause.PlantedExplosives), ("لغم", Cause.PlantedExplosives), ("عبوة ناسفة", Cause.PlantedExplosives),
        ("shooting", Cause.SmallArms), ("gunshot", Cause.SmallArms), ("gunfire", Cause.SmallArms), ("sniper", Cause.SmallArms),
        ("sniper fire", Cause.SmallArms), ("قنص", Cause.SmallArms), ("إطلاق نار", Cause.SmallArms),
        ("white phosphorus", Cause.Incendiary), ("chemical weapons", Cause.Cbrn), ("chemical and toxic gases", Cause.Cbrn),
    ];

    public static readonly (string Word, Fate Meaning)[] Fates =
    [
        ("still missing", Fate.Unclarified), ("released", Fate.Alive), ("still detained", Fate.InDetention), ("deceased", Fate.Dead),
    ];

    private static readonly (string Word, Sex Meaning)[] Sexes =
    [
        ("f", Sex.Female), ("female", Sex.Female), ("females", Sex.Female), ("woman", Sex.Female), ("women", Sex.Female),
        ("girl", Sex.Female), ("أنثى", Sex.Female), ("انثى", Sex.Female), ("امرأة", Sex.Female), ("femme", Sex.Female),
        ("m", Sex.Male), ("male", Sex.Male), ("males", Sex.Male), ("man", Sex.Male), ("men", Sex.Male), ("boy", Sex.Male),
        ("ذكر", Sex.Male), ("رجل", Sex.Male), ("homme", Sex.Male),
    ];

    /// <summary>A sex alone, or with an age group before or behind it, as the VDC has "Adult - Male".</summary>
    public static IEnumerable<(string Word, SexAndAge Meaning)> SexesAndAges()
    {
        (string Word, AgeGroup Meaning)[] ages =
        [
            ("child", AgeGroup.Child), ("adult", AgeGroup.Adult), ("elderly", AgeGroup.Elderly), .. Ages,
        ];
        return
        [
            .. Sexes.Select(sex => (sex.Word, new SexAndAge(sex.Meaning, AgeGroup.Any))),
            .. Unknown.Select(word => (word, new SexAndAge(Sex.Unknown, AgeGroup.Any))),
            .. from age in ages
               from sex in Sexes
               where sex.Word.Length > 1
               from both in (string[])[age.Word + sex.Word, sex.Word + age.Word]
               select (both, new SexAndAge(sex.Meaning, age.Meaning)),
        ];
    }
}
