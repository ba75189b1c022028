using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening.Herstellen;

/// <summary>What is said of mending a mistake.</summary>
internal static class Herstelberichten
{
    /// <returns>Null for an event that is of nothing of the kind.</returns>
    public static IEnumerable<object>? Van(string zaaknummer, object gebeurtenis) =>
        gebeurtenis switch
        {
            HerstelVoorgesteld { Soort: Herstelsoort.Inhoud } e => [new HerstelVoorgesteldBericht(zaaknummer, e.Herstel, e.Herstelt, e.Op)],
            HerstelVoorgelegd { Nodig: > 0, Tijdvak: { } tijdvak } e =>
            [
                new BezwaarbudgetGevraagdBericht(zaaknummer, tijdvak, e.Herstel, e.Nodig, e.Op, Voorstel: e.Voorstelhash),
            ],
            HerstelTeruggezonden { Soort: Herstelsoort.Inhoud } e => [new HerstelTeruggezondenBericht(zaaknummer, e.Herstel, e.Op)],
            HerstelbesluitGenomen e => [Genomen(zaaknummer, e)],
            _ => null,
        };

    private static HerstelbesluitGenomenBericht Genomen(string zaaknummer, HerstelbesluitGenomen e) =>
        new(
            zaaknummer,
            e.KvkNummer,
            e.Regelversie,
            e.Besluit,
            e.Herstelt,
            e.HersteltVan,
            e.Soort,
            e.Besluitdatum,
            e.Toelichting.Id,
            e.Toelichting.Hash,
            e.Ondertekenaars,
            e.Op,
            e.Gevolg,
            e.Gronden.Count == 0 ? null : e.Gronden,
            e.Toekenning?.Tijdvak,
            e.Toekenning?.Aanvragertype,
            e.Toekenning?.SubsidiabeleKosten,
            e.Toekenning?.Bedrag,
            e.Toekenning is null ? null : e.Was,
            e.Toekenning?.Voorschot,
            e.Toekenning?.PeriodeVan,
            e.Toekenning?.PeriodeTot,
            e.Toekenning?.Verantwoording,
            e.Toekenning?.Activiteiten,
            e.Toekenning?.Partijen,
            Brief: e.Brief,
            // An award that was not there before is told whole already.
            Nu: e.Gevolg == Bezwaren.Bezwaargevolg.Verlenen ? null : Verleningsstanden.Van(e.Toekenning, null)
        );
}
