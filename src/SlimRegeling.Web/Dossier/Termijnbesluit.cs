using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Dossier;

/// <summary>A decision that a case waits for, or of which a reminder holds, as an employee reads it.</summary>
/// <param name="Dwangsom">As it stands now; null when no reminder holds.</param>
public sealed record Termijnbesluit(Besluitstand Stand, Ingebrekestand? Dwangsom)
{
    public const string Ingebrekeartikel = "4:17, derde lid, Awb";
    public const string Dwangsomartikel = "4:17, eerste lid, Awb";
    public const string Vaststelartikel = "4:18 Awb";

    public static IEnumerable<Termijnbesluit> Van(ZaakTonenZaakbeeld zaak) =>
        (zaak.Besluiten ?? []).Select(b => new Termijnbesluit(
            b,
            b.Onderwerp switch
            {
                Besluitonderwerp.Aanvraag => zaak.Ingebreke,
                Besluitonderwerp.Vaststelling => zaak.VaststellingIngebreke,
                _ => zaak.WijzigingenIngebreke?.FirstOrDefault(d => d.Wijziging == b.Wijziging),
            }
        ));

    /// <summary>By which was told that it comes later: before the end of a term of the law, or to move a reasonable one.</summary>
    public string Meldartikel => Stand.Onderwerp == Besluitonderwerp.Wijziging ? "4:14, derde lid, Awb" : "4:14, eerste lid, Awb";

    public string Titel(Teksten t) =>
        Stand.Onderwerp switch
        {
            Besluitonderwerp.Aanvraag => t["Besluit op de aanvraag"],
            Besluitonderwerp.Vaststelling => t["Vaststelling van de subsidie"],
            _ => t["Besluit op wijziging {0}", Stand.Wijziging],
        };

    /// <summary>Where it is worked on.</summary>
    public string Blad(string zaaknummer) =>
        Stand.Onderwerp switch
        {
            Besluitonderwerp.Aanvraag => $"/beheer/zaken/{zaaknummer}",
            Besluitonderwerp.Vaststelling => $"/beheer/zaken/{zaaknummer}/vaststelling",
            _ => $"/beheer/zaken/{zaaknummer}/wijzigingen",
        };
}
