using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>An invented objection to the refusal in the invented case, of which each letter on an objection can be shown.</summary>
internal static class Voorbeeldbezwaar
{
    private const string Nummer = $"{Voorbeeldzaak.Nummer}-BZ1";
    private const string Bestreden = $"{Voorbeeldzaak.Nummer}-V1";
    private const string Indiener = "aanvrager";
    private const string Derde = "derde";

    public static readonly Briefopdracht Ontvangst = new()
    {
        Bezwaarontvangst = new BezwaarIngediendBericht(
            Voorbeeldzaak.Nummer,
            Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Bestreden,
            "afwijzing",
            Indiener,
            Voorbeeldzaak.Dag,
            [],
            [],
            Voorbeeldzaak.Dag.PlusWeeks(2),
            Voorbeeldzaak.Op,
            Voorbeeldzaak.Dag.PlusWeeks(12)
        ),
    };

    public static readonly Briefopdracht Herstel = new()
    {
        Bezwaarherstel = new BezwaarHerstelGevraagdBericht(
            Voorbeeldzaak.Nummer,
            Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Bestreden,
            Indiener,
            ["gronden", "ondertekening"],
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Hoorzitting = new()
    {
        Hoorzitting = new BezwaarHoorzittingBericht(
            Voorbeeldzaak.Nummer,
            Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Bestreden,
            Indiener,
            Moment.Op(Voorbeeldzaak.Dag.PlusWeeks(4).At(new LocalTime(10, 30))),
            "telefonisch",
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Beslistermijn = new()
    {
        Beslistermijn = new BezwaarBeslistermijnBericht(
            Voorbeeldzaak.Nummer,
            Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Bestreden,
            Indiener,
            "verdaging",
            Voorbeeldzaak.Dag.PlusWeeks(18),
            Voorbeeldzaak.Op
        ),
    };

    public static readonly Briefopdracht Beslissing = new()
    {
        Bezwaarbeslissing = new BezwaarBeslistBericht(
            Voorbeeldzaak.Nummer,
            Nummer,
            Voorbeeldzaak.Kvk,
            Voorbeeldzaak.Versie,
            Bestreden,
            "afwijzing",
            Indiener,
            $"{Nummer}-1",
            Voorbeeldzaak.Dag,
            "gegrond",
            Guid.Empty,
            "",
            [],
            Voorbeeldzaak.Op,
            Gevolg: "verlenen",
            Tijdvak: Voorbeeldzaak.Tijdvak,
            SubsidiabeleKosten: 18_400.00m,
            Bedrag: 11_040.00m,
            Voorschot: 5_520.00m,
            PeriodeVan: Voorbeeldzaak.Dag.PlusDays(1),
            PeriodeTot: Voorbeeldzaak.Dag.PlusYears(1),
            Verantwoording: Verantwoordingswijze.Ambtshalve,
            Activiteiten: ["A", "C"]
        ),
    };

    // The same objection, made by somebody else; static fields are filled in this order.
    public static readonly Briefopdracht OntvangstDerde = new()
    {
        Bezwaarontvangst = Ontvangst.Bezwaarontvangst! with { Indiener = Derde },
        Ontvanger = Derden.Indiener,
    };

    public static readonly Briefopdracht HerstelDerde = new()
    {
        Bezwaarherstel = Herstel.Bezwaarherstel! with { Indiener = Derde },
        Ontvanger = Derden.Indiener,
    };

    public static readonly Briefopdracht HoorzittingDerde = new()
    {
        Hoorzitting = Hoorzitting.Hoorzitting! with { Indiener = Derde },
        Ontvanger = Derden.Indiener,
    };

    public static readonly Briefopdracht BeslistermijnDerde = new()
    {
        Beslistermijn = Beslistermijn.Beslistermijn! with { Indiener = Derde },
        Ontvanger = Derden.Indiener,
    };

    public static readonly Briefopdracht Afschrift = new()
    {
        Bezwaarbeslissing = Beslissing.Bezwaarbeslissing! with { Indiener = Derde },
        Ontvanger = Derden.Indiener,
    };
}
