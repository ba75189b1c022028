using System.Text.Json;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Proefberekeningen;

/// <summary>Reads a request from JSON and notes every field that is wrong; what it returns may be used only when none is.</summary>
internal static class Verzoeklezer
{
    /// <summary>The largest number of fte that is no typing error.</summary>
    public const int MeestePersonen = 1_000_000;

    /// <summary>The largest number of trajectories or places.</summary>
    public const int MeesteStuks = 10_000;

    private const int MeesteUren = (int)AantalConverter.Hoogste;

    private static readonly string[] Aanvragertypen =
    [
        Aanvragertype.MkbOnderneming,
        Aanvragertype.Grootbedrijf,
        Aanvragertype.Samenwerkingsverband,
    ];

    public static Proefverzoek Lees(JsonElement bericht, Invoerfouten fouten)
    {
        var velden = new Velden(bericht, "", fouten);
        var verzoek = new Proefverzoek
        {
            Tijdvak = velden.Tekst("tijdvak"),
            Aanvrager = Aanvrager(velden.Object("aanvrager"), fouten),
            Activiteiten = velden.Lijst("activiteiten", v => Activiteit(v, fouten), "Noem ten minste één activiteit."),
        };
        velden.Sluit();
        return verzoek;
    }

    private static Proefaanvrager Aanvrager(Velden velden, Invoerfouten fouten)
    {
        var aanvrager = new Proefaanvrager { Type = velden.Keuze("type", Aanvragertypen) };
        switch (aanvrager.Type)
        {
            case "":
                // Which fields belong here hangs on the type.
                return aanvrager;
            case Aanvragertype.Samenwerkingsverband:
                var deelnemers = velden.Lijst("deelnemers", Deelnemer, "Noem de partijen van het samenwerkingsverband.");
                Partijen(velden.Pad("deelnemers"), deelnemers, fouten);
                velden.Sluit("Dit veld hoort niet bij een samenwerkingsverband. Haal het weg, of vul het in bij een deelnemer.");
                return aanvrager with { Deelnemers = deelnemers };
            default:
                var onderneming = aanvrager with
                {
                    WerkzamePersonen = velden.Getal("werkzamePersonen", MeestePersonen),
                    Jaaromzet = velden.Bedrag("jaaromzet"),
                    Balanstotaal = velden.Bedrag("balanstotaal"),
                    SbiCodes = velden.Teksten("sbiCodes", SbiCode, GeenSbiCode),
                    VerbondenOndernemingen = velden.LijstOfNiets("verbondenOndernemingen", Band),
                    DeMinimissteun = velden.LijstOfNiets("deMinimissteun", Steun),
                };
                velden.Sluit("Dit veld hoort niet bij deze soort aanvrager. Haal het weg of controleer de naam.");
                return onderneming;
        }
    }

    private static Proefband Band(Velden velden)
    {
        var band = new Proefband
        {
            Soort = velden.Keuze("soort", [Proefband.Verbonden, Proefband.Partner]),
            Percentage = velden.Getal("percentage", 100, decimalen: 28),
            WerkzamePersonen = velden.Getal("werkzamePersonen", MeestePersonen),
            Jaaromzet = velden.Bedrag("jaaromzet"),
            Balanstotaal = velden.Bedrag("balanstotaal"),
        };
        velden.Sluit();
        return band;
    }

    private static Proefsteun Steun(Velden velden)
    {
        var steun = new Proefsteun { Bedrag = velden.Bedrag("bedrag"), VerleendOp = velden.Datum("verleendOp") };
        velden.Sluit();
        return steun;
    }

    private static Proefdeelnemer Deelnemer(Velden velden)
    {
        var type = velden.Keuze("type", Partijsoort.Alle);
        var mkb = type == Partijsoort.MkbOnderneming;
        var deelnemer = new Proefdeelnemer
        {
            KvkNummer = velden.Tekst("kvkNummer"),
            Rol = velden.Keuze("rol", [Proefdeelnemer.Hoofdaanvrager, Proefdeelnemer.Partij]),
            Type = type,
            AandeelKosten = velden.Bedrag("aandeelKosten"),
            // Without its size it is not known whether an enterprise is an mkb-onderneming.
            WerkzamePersonen = mkb
                ? velden.Getal("werkzamePersonen", MeestePersonen)
                : velden.GetalOfNiets("werkzamePersonen", MeestePersonen),
            Jaaromzet = mkb ? velden.Bedrag("jaaromzet") : velden.BedragOfNiets("jaaromzet"),
            Balanstotaal = mkb ? velden.Bedrag("balanstotaal") : velden.BedragOfNiets("balanstotaal"),
            SbiCodes = velden.TekstenOfNiets("sbiCodes", SbiCode, GeenSbiCode),
            VerbondenMet = velden.TekstenOfNiets("verbondenMet", n => IsKvkNummer(n) ? n : null, GeenKvkNummer),
        };
        velden.Sluit();
        return deelnemer;
    }

    private static void Partijen(string pad, IReadOnlyList<Proefdeelnemer> deelnemers, Invoerfouten fouten)
    {
        foreach (var (i, deelnemer) in deelnemers.Index())
        {
            if (deelnemer.KvkNummer.Length > 0 && !IsKvkNummer(deelnemer.KvkNummer))
            {
                fouten.Onjuist($"{pad}[{i}].kvkNummer", GeenKvkNummer);
            }
            else if (deelnemers.Take(i).Any(d => d.KvkNummer == deelnemer.KvkNummer))
            {
                fouten.Onjuist($"{pad}[{i}].kvkNummer", "Deze partij staat er al. Noem elke partij één keer.");
            }
        }
        if (deelnemers.Count > 0 && deelnemers.Count(d => d.Rol == Proefdeelnemer.Hoofdaanvrager) != 1)
        {
            fouten.Onjuist(pad, "Kies precies één partij als hoofdaanvrager.", "artikel 2.21");
        }
    }

    private static Proefactiviteit Activiteit(Velden velden, Invoerfouten fouten)
    {
        var activiteit = new Proefactiviteit
        {
            Soort = velden.Keuze("soort", Enum.GetNames<Activiteitsoort>()),
            EigenUren = velden.LijstOfNiets("eigenUren", EigenUren),
            ExterneUren = velden.LijstOfNiets("externeUren", ExterneUren),
            OverigeExterneKosten = velden.BedragOfNiets("overigeExterneKosten"),
            Trajecten = velden.AantalOfNiets("trajecten", MeesteStuks),
            Praktijkleerplaatsen = velden.AantalOfNiets("praktijkleerplaatsen", MeesteStuks),
        };
        velden.Sluit();
        var (b, d) = (activiteit.Soort == nameof(Activiteitsoort.B), activiteit.Soort == nameof(Activiteitsoort.D));
        if (!b && activiteit.Trajecten > 0)
        {
            fouten.Onjuist(velden.Pad("trajecten"), "Trajecten horen alleen bij B. Haal ze weg.", "artikel 2.16");
        }
        if (!d && activiteit.Praktijkleerplaatsen > 0)
        {
            fouten.Onjuist(velden.Pad("praktijkleerplaatsen"), "Praktijkleerplaatsen horen alleen bij D. Haal ze weg.");
        }
        if (d && (activiteit.EigenUren ?? []).Count + (activiteit.ExterneUren ?? []).Count > 0 || d && activiteit.OverigeExterneKosten > 0m)
        {
            fouten.Onjuist(velden.Pad("soort"), "Uren en kosten horen niet bij D: daar telt alleen het aantal praktijkleerplaatsen.");
        }
        return activiteit;
    }

    private static ProefeigenUren EigenUren(Velden velden)
    {
        var uren = new ProefeigenUren
        {
            Uren = velden.Getal("uren", MeesteUren),
            Brutojaarloon = velden.Bedrag("brutojaarloon"),
            Eigenaar = velden.JaNeeOfNiets("eigenaar"),
        };
        velden.Sluit();
        return uren;
    }

    private static ProefexterneUren ExterneUren(Velden velden)
    {
        var uren = new ProefexterneUren
        {
            Uren = velden.Getal("uren", MeesteUren),
            Uurtarief = velden.Bedrag("uurtarief"),
            Marktconform = velden.JaNeeOfNiets("marktconform"),
        };
        velden.Sluit();
        return uren;
    }

    private const string GeenKvkNummer = "Schrijf een KVK-nummer van acht cijfers, bijvoorbeeld \"22222222\".";

    private const string GeenSbiCode = "Schrijf een SBI-code van twee tot zes cijfers, bijvoorbeeld \"4321\" of \"43.21\".";

    private static bool IsKvkNummer(string tekst) => tekst.Length == 8 && tekst.All(char.IsAsciiDigit);

    /// <summary>The code without the points in which some write it; null when it is none.</summary>
    private static string? SbiCode(string tekst)
    {
        var code = tekst.Replace(".", "", StringComparison.Ordinal);
        return code.Length is >= 2 and <= 6 && code.All(char.IsAsciiDigit) ? code : null;
    }
}
