using System.Globalization;
using System.Text.RegularExpressions;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What a decision that can be objected to decides.</summary>
public static class Besluitsoort
{
    public const string Verlening = "verlening";
    public const string Afwijzing = "afwijzing";
    public const string BuitenBehandeling = "buiten-behandeling";
    public const string Vaststelling = "vaststelling";

    /// <summary>On a change that the recipient asked.</summary>
    public const string Wijziging = "wijziging";

    /// <summary>The second advance.</summary>
    public const string Voorschot = "voorschot";

    /// <summary>Withdrawing an award or a settlement, or making it less.</summary>
    public const string Intrekking = "intrekking";

    /// <summary>Claiming back what was paid and is not due, or what follows from that.</summary>
    public const string Terugvordering = "terugvordering";

    /// <summary>Whether it decides on the application itself, and not on what follows from that.</summary>
    public static bool OpAanvraag(string soort) => soort is Verlening or Afwijzing or BuitenBehandeling;
}

/// <summary>Who objects.</summary>
public static class Indiener
{
    public const string Aanvrager = "aanvrager";

    /// <summary>Someone else whose interest the decision touches (1:2 Awb).</summary>
    public const string Derde = "derde";
}

/// <summary>How an objection came.</summary>
public static class Indienwijze
{
    public const string Online = "online";
    public const string Post = "post";
}

/// <summary>What an objection must hold (6:5, first paragraph, Awb).</summary>
public static class Bezwaareis
{
    public const string NaamAdres = "naam-en-adres";
    public const string Dagtekening = "dagtekening";
    public const string Gronden = "gronden";
    public const string Ondertekening = "ondertekening";

    public static readonly IReadOnlyList<string> Alle = [NaamAdres, Dagtekening, Gronden, Ondertekening];

    /// <summary>The same as people read it.</summary>
    public static string Titel(string code) =>
        code switch
        {
            NaamAdres => "naam en adres van wie bezwaar maakt",
            Dagtekening => "de datum",
            Gronden => "waarom men het niet eens is met het besluit",
            _ => "de ondertekening",
        };
}

/// <summary>Why an objection can or cannot be dealt with, as a person judges it.</summary>
public static class Ontvankelijkheid
{
    public const string OpTijd = "op-tijd";

    /// <summary>Late, and that cannot be held against the objector (6:11 Awb).</summary>
    public const string Verschoonbaar = "verschoonbaar-te-laat";
    public const string TeLaat = "te-laat";

    /// <summary>What it lacked was not mended in time (6:6 Awb).</summary>
    public const string NietHersteld = "niet-hersteld";

    /// <summary>The decision does not touch an interest of the objector (1:2, 7:1 Awb).</summary>
    public const string GeenBelanghebbende = "geen-belanghebbende";

    /// <summary>Whatever is decided, it can give the objector nothing any more, such as an advance after the settlement (6:13, 6:19 Awb).</summary>
    public const string GeenBelang = "geen-belang";

    public static readonly IReadOnlyList<string> Wel = [OpTijd, Verschoonbaar];
    public static readonly IReadOnlyList<string> Niet = [TeLaat, NietHersteld, GeenBelanghebbende, GeenBelang];
}

/// <summary>How someone is heard.</summary>
public static class Hoorwijze
{
    public const string Telefonisch = "telefonisch";
    public const string Video = "video";
    public const string OpKantoor = "op-kantoor";

    public static readonly IReadOnlyList<string> Alle = [Telefonisch, Video, OpKantoor];
}

/// <summary>On which grounds nobody is heard (7:3 Awb).</summary>
public static class Hoorgrond
{
    public const string KennelijkNietOntvankelijk = "kennelijk-niet-ontvankelijk";
    public const string KennelijkOngegrond = "kennelijk-ongegrond";
    public const string WilNiet = "wil-niet-gehoord";
    public const string GeenReactie = "geen-reactie";
    public const string VolledigTegemoet = "volledig-tegemoet";

    public static readonly IReadOnlyList<string> Alle =
    [
        KennelijkNietOntvankelijk,
        KennelijkOngegrond,
        WilNiet,
        GeenReactie,
        VolledigTegemoet,
    ];

    /// <summary>The outcome that a ground presupposes; null when it goes with each.</summary>
    public static string? Uitkomst(string grond) =>
        grond switch
        {
            KennelijkNietOntvankelijk => Bezwaaruitkomst.NietOntvankelijk,
            KennelijkOngegrond => Bezwaaruitkomst.Ongegrond,
            VolledigTegemoet => Bezwaaruitkomst.Gegrond,
            _ => null,
        };

    /// <summary>Whether it holds for who objects alone: each other has a right of their own to be heard, or must not be harmed.</summary>
    public static bool IsVanIndiener(string grond) => grond is WilNiet or GeenReactie or VolledigTegemoet;
}

/// <summary>On which grounds a decision may come later still (7:10, fourth paragraph, Awb).</summary>
public static class Uitstelgrond
{
    public const string AllenStemmenIn = "allen-stemmen-in";
    public const string IndienerStemtIn = "indiener-stemt-in";
    public const string Procedurevoorschrift = "procedurevoorschrift";

    public static readonly IReadOnlyList<string> Alle = [AllenStemmenIn, IndienerStemtIn, Procedurevoorschrift];
}

/// <summary>What is decided on an objection.</summary>
public static class Bezwaaruitkomst
{
    public const string NietOntvankelijk = "niet-ontvankelijk";
    public const string Ongegrond = "ongegrond";
    public const string Gegrond = "gegrond";

    public static readonly IReadOnlyList<string> Alle = [NietOntvankelijk, Ongegrond, Gegrond];
}

/// <summary>What comes in the place of the decision that a well-founded objection is against (7:11, second paragraph, Awb).</summary>
public static class Bezwaargevolg
{
    /// <summary>An award, where there was none.</summary>
    public const string Verlenen = "verlenen";

    /// <summary>Another award.</summary>
    public const string Wijzigen = "wijzigen";

    /// <summary>A refusal, where the application was not handled.</summary>
    public const string Afwijzen = "afwijzen";

    /// <summary>Another settlement, which Vaststelling takes.</summary>
    public const string Vaststellen = "vaststellen";

    /// <summary>What was withdrawn is given back, wholly or in part.</summary>
    public const string Herroepen = "herroepen";

    /// <summary>The decision was not right, but what was withdrawn since stays so: no amount changes.</summary>
    public const string BlijftIngetrokken = "blijft-ingetrokken";

    /// <summary>A change that was refused is granted.</summary>
    public const string WijzigingToewijzen = "wijziging-toewijzen";

    /// <summary>A change that was granted is undone.</summary>
    public const string WijzigingHerroepen = "wijziging-herroepen";

    /// <summary>Whether it rests on the application as it was assessed again.</summary>
    public static bool NaHerbeoordeling(string? gevolg) => gevolg is Verlenen or Wijzigen or Afwijzen;
}

/// <summary>How an appeal at the court stands.</summary>
public static class Beroepstand
{
    public const string Ingesteld = "ingesteld";
    public const string Ingetrokken = "ingetrokken";
    public const string Uitspraak = "uitspraak";

    public static readonly IReadOnlyList<string> Alle = [Ingesteld, Ingetrokken, Uitspraak];
}

/// <summary>What a court says of an appeal (8:70 Awb).</summary>
public static class Beroepsuitkomst
{
    public const string Gegrond = "gegrond";
    public const string Ongegrond = "ongegrond";
    public const string NietOntvankelijk = "niet-ontvankelijk";
    public const string Onbevoegd = "onbevoegd";

    public static readonly IReadOnlyList<string> Alle = [Gegrond, Ongegrond, NietOntvankelijk, Onbevoegd];
}

/// <summary>
/// The number of an objection is that of its case with <c>-BZ1</c>, <c>-BZ2</c>, …; a decision on it has a serial number behind that:
/// <c>SLIM-7K2M9QXW4D-BZ1-1</c>.
/// </summary>
public static partial class Bezwaarnummer
{
    public static string Van(string zaaknummer, int volgnummer) =>
        string.Create(CultureInfo.InvariantCulture, $"{zaaknummer}-BZ{volgnummer}");

    public static string Besluit(string bezwaar, int volgnummer) => string.Create(CultureInfo.InvariantCulture, $"{bezwaar}-{volgnummer}");

    /// <summary>The case that an objection belongs to.</summary>
    public static string Zaak(string bezwaar) => bezwaar[..bezwaar.LastIndexOf("-BZ", StringComparison.Ordinal)];

    /// <summary>The objection that a decision with this number is on; null when it is no such decision.</summary>
    public static string? VanBesluit(string besluit) => Vorm().Match(besluit) is { Success: true } vorm ? vorm.Groups[1].Value : null;

    // A case number may have BZ in it, and only its end is what is looked for.
    [GeneratedRegex(@"^(.{15}-BZ[0-9]+)-[0-9]+\z", RegexOptions.Singleline)]
    private static partial Regex Vorm();
}
