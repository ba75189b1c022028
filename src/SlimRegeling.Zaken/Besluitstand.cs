using NodaTime;
using SlimRegeling.Regels;
using SlimRegeling.Zaken.Werk;

namespace SlimRegeling.Zaken;

public enum Besluitonderwerp
{
    Aanvraag,
    Vaststelling,
    Wijziging,
}

/// <summary>
/// A decision that a case waits for, or of which a reminder holds: by when it must be there, by when the applicant was told to expect it, and from when a
/// penalty runs. How much that is nobody decided yet: employees see it beside this, the applicant does not.
/// </summary>
/// <param name="Wacht">Whether it is waited for.</param>
/// <param name="Wijziging">Number of the request for a change; absent of the application and the settlement.</param>
/// <param name="Uiterlijk">The last day; of a change the later one that was told in time. Absent when it is not known, or not waited for.</param>
/// <param name="Artikel">Of that last day, ready to follow the word "artikel".</param>
/// <param name="Verwacht">By when the applicant was told to expect it (4:14 Awb); absent when they were not, or it is not waited for.</param>
/// <param name="IngebrekeOp">The day on which the reminder was received (4:17, third paragraph, Awb); absent when none holds, as all that follows is.</param>
/// <param name="DwangsomVanaf">The first day over which a penalty is owed.</param>
/// <param name="DwangsomTot">The last day over which it can be owed.</param>
/// <param name="Dwangsomdagen">Over how many days so far.</param>
public sealed record Besluitstand(
    Besluitonderwerp Onderwerp,
    bool Wacht,
    string? Wijziging = null,
    LocalDate? Uiterlijk = null,
    string? Artikel = null,
    LocalDate? Verwacht = null,
    LocalDate? IngebrekeOp = null,
    LocalDate? DwangsomVanaf = null,
    LocalDate? DwangsomTot = null,
    int? Dwangsomdagen = null
)
{
    /// <summary>That of the application, of the settlement, and of each change by its number; null when there is none.</summary>
    /// <param name="beeld">With its status, and the days that were told.</param>
    /// <param name="rijen">All steps of the case, in any order.</param>
    internal static IReadOnlyList<Besluitstand>? Van(
        ZaakTonen.Zaakbeeld beeld,
        Beslisdag beslisdag,
        Laatstedagen.Gehoord gehoord,
        IReadOnlyList<ZaakTonen.Rij> rijen,
        Dwangsommen dwangsommen,
        Regelversie versie,
        LocalDate vandaag
    )
    {
        List<Besluitstand> standen =
        [
            .. OpAanvraag(beeld, beslisdag, dwangsommen.Aanvraag, versie),
            .. OpVaststelling(beeld, gehoord, Declaratiewerk.Van(rijen, versie, vandaag), dwangsommen.Vaststelling, versie),
            .. OpWijzigingen(beeld.Status, rijen, dwangsommen.Wijzigingen, versie),
        ];
        return standen.Count == 0 ? null : standen;
    }

    private static IEnumerable<Besluitstand> OpAanvraag(
        ZaakTonen.Zaakbeeld beeld,
        Beslisdag beslisdag,
        Ingebrekestand? dwangsom,
        Regelversie versie
    )
    {
        var wacht = Werkfasen.NietBesloten.Contains((int)beeld.Status);
        if (wacht)
        {
            var uiterlijk = beslisdag.Van(versie);
            var artikel = uiterlijk is null ? null : versie.Termijn(Termijncode.Beslistermijn(beslisdag.Aanvragertype!)).Artikel;
            yield return Met(new(Besluitonderwerp.Aanvraag, wacht, null, uiterlijk, artikel, beeld.BesluitVerwacht), dwangsom);
        }
        else if (dwangsom is not null)
        {
            yield return Met(new(Besluitonderwerp.Aanvraag, wacht), dwangsom);
        }
    }

    private static IEnumerable<Besluitstand> OpVaststelling(
        ZaakTonen.Zaakbeeld beeld,
        Laatstedagen.Gehoord gehoord,
        Declaratiewerk? declaratie,
        Ingebrekestand? dwangsom,
        Regelversie versie
    )
    {
        var open = Werkfasen.NietVastgesteld.Contains((int)beeld.Status);
        var termijn = open ? Werktermijn.TeVaststellen(gehoord, declaratie, versie) : null;
        var verwacht = open ? beeld.VaststellingVerwacht : null;
        if (termijn is not null || verwacht is not null || dwangsom is not null)
        {
            var artikel = termijn is null ? null : versie.Termijn(termijn.Code).Artikel;
            yield return Met(new(Besluitonderwerp.Vaststelling, open, null, termijn?.Uiterlijk, artikel, verwacht), dwangsom);
        }
    }

    private static IEnumerable<Besluitstand> OpWijzigingen(
        Zaakstatus status,
        IReadOnlyList<ZaakTonen.Rij> rijen,
        IReadOnlyList<Ingebrekestand> dwangsommen,
        Regelversie versie
    )
    {
        List<Projectwerk.Wachtend> wachtend = Werkfasen.NietVastgesteld.Contains((int)status) ? [.. Projectwerk.Wachtende(rijen)] : [];
        return wachtend
            .Select(w => w.Wijziging)
            .Concat(dwangsommen.Select(d => d.Wijziging!))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(wijziging =>
                Met(
                    wachtend.Find(w => w.Wijziging == wijziging) is { } gevraagd
                        ? new(
                            Besluitonderwerp.Wijziging,
                            true,
                            wijziging,
                            gevraagd.Uiterlijk,
                            Termijnartikel(gevraagd, versie),
                            gevraagd.Verwacht
                        )
                        : new(Besluitonderwerp.Wijziging, false, wijziging),
                    dwangsommen.FirstOrDefault(d => d.Wijziging == wijziging)
                )
            );
    }

    private static string Termijnartikel(Projectwerk.Wachtend gevraagd, Regelversie versie) =>
        gevraagd.Verwacht is null
            ? versie.Termijn(Termijncode.BeslistermijnWijziging).Artikel
            : Eigenstap.Van(Eigenstap.Wijzigingvertraagd)!.Artikel;

    private static Besluitstand Met(Besluitstand stand, Ingebrekestand? dwangsom) =>
        dwangsom is null
            ? stand
            : stand with
            {
                IngebrekeOp = dwangsom.OntvangenOp,
                DwangsomVanaf = dwangsom.Vanaf,
                DwangsomTot = dwangsom.Laatste,
                Dwangsomdagen = dwangsom.Dagen,
            };
}
