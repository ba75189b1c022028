using System.Text.Json;
using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Proefberekeningen;

/// <summary>Reads a request from JSON and notes every field that is wrong; what it returns may be used only when none is.</summary>
internal static class Verzoeklezer
{
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
                    WerkzamePersonen = velden.Getal("werkzamePersonen", Gegevenscontrole.MeestePersonen),
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

    private static Bandgegevens Band(Velden velden)
    {
        var band = new Bandgegevens
        {
            Soort = velden.Keuze("soort", Gegevenscontrole.Banden),
            Percentage = velden.Getal("percentage", 100, decimalen: 28),
            WerkzamePersonen = velden.Getal("werkzamePersonen", Gegevenscontrole.MeestePersonen),
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

    private static Deelnemergegevens Deelnemer(Velden velden)
    {
        var type = velden.Keuze("type", Partijsoort.Alle);
        var mkb = type == Partijsoort.MkbOnderneming;
        var deelnemer = new Deelnemergegevens
        {
            KvkNummer = velden.Tekst("kvkNummer"),
            Rol = velden.Keuze("rol", Gegevenscontrole.Rollen),
            Type = type,
            AandeelKosten = velden.Bedrag("aandeelKosten"),
            // Without its size it is not known whether an enterprise is an mkb-onderneming.
            WerkzamePersonen = mkb
                ? velden.Getal("werkzamePersonen", Gegevenscontrole.MeestePersonen)
                : velden.GetalOfNiets("werkzamePersonen", Gegevenscontrole.MeestePersonen),
            Jaaromzet = mkb ? velden.Bedrag("jaaromzet") : velden.BedragOfNiets("jaaromzet"),
            Balanstotaal = mkb ? velden.Bedrag("balanstotaal") : velden.BedragOfNiets("balanstotaal"),
            SbiCodes = velden.TekstenOfNiets("sbiCodes", SbiCode, GeenSbiCode),
            VerbondenMet = velden.TekstenOfNiets(
                "verbondenMet",
                n => Gegevenscontrole.IsKvkNummer(n) ? n : null,
                Gegevenscontrole.GeenKvkNummer
            ),
        };
        velden.Sluit();
        return deelnemer;
    }

    private static void Partijen(string pad, IReadOnlyList<Deelnemergegevens> deelnemers, Invoerfouten fouten)
    {
        // Of a number that could not be read nothing more is told.
        foreach (var fout in Gegevenscontrole.Nummers(pad, deelnemers).Where(f => !fouten.Noemt(f.Veld)))
        {
            fouten.Onjuist(fout);
        }
        if (Gegevenscontrole.Hoofdaanvrager(pad, deelnemers) is { } hoofdaanvrager)
        {
            fouten.Onjuist(hoofdaanvrager);
        }
    }

    private static Activiteitgegevens Activiteit(Velden velden, Invoerfouten fouten)
    {
        var activiteit = new Activiteitgegevens(
            velden.Keuze("soort", Gegevenscontrole.Soorten),
            velden.LijstOfNiets("eigenUren", EigenUren),
            velden.LijstOfNiets("externeUren", ExterneUren),
            velden.BedragOfNiets("overigeExterneKosten"),
            velden.AantalOfNiets("trajecten", Gegevenscontrole.MeesteStuks),
            velden.AantalOfNiets("praktijkleerplaatsen", Gegevenscontrole.MeesteStuks)
        );
        velden.Sluit();
        // Of a kind that is none is told what it can be, and no more.
        if (activiteit.Soort.Length > 0)
        {
            foreach (
                var fout in Veldcontrole
                    .Fouten(Formulierboek.Activiteiten.Element, activiteit, velden.Hier, Let.Waarden)
                    .Where(f => !fouten.Noemt(f.Veld))
            )
            {
                fouten.Onjuist(fout);
            }
        }
        return activiteit;
    }

    private static EigenUrenregel EigenUren(Velden velden)
    {
        var uren = new EigenUrenregel(velden.Getal("uren", MeesteUren), velden.Bedrag("brutojaarloon"), velden.JaNeeOfNiets("eigenaar"));
        velden.Sluit();
        return uren;
    }

    private static ExterneUrenregel ExterneUren(Velden velden)
    {
        var uren = new ExterneUrenregel(velden.Getal("uren", MeesteUren), velden.Bedrag("uurtarief"), velden.JaNeeOfNiets("marktconform"));
        velden.Sluit();
        return uren;
    }

    private const string GeenSbiCode = "Schrijf een SBI-code van twee tot zes cijfers, bijvoorbeeld \"4321\" of \"43.21\".";

    /// <summary>The code without the points in which some write it; null when it is none.</summary>
    private static string? SbiCode(string tekst)
    {
        var code = tekst.Replace(".", "", StringComparison.Ordinal);
        return Gegevenscontrole.IsSbiCode(code) ? code : null;
    }
}
