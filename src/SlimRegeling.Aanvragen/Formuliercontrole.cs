using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// What is wrong in a form: every field at once, in plain Dutch. What a field must be stands in <see cref="Formulierboek"/>; here is what no field
/// tells by itself.
/// </summary>
public static class Formuliercontrole
{
    /// <summary>Values that can never be right, in a draft or at submission.</summary>
    public static IReadOnlyList<Fout> Fouten(Formulier formulier) =>
        [
            .. Gegevenscontrole
                .Nummers("partijen", formulier.Partijen ?? [])
                .Concat(Veldcontrole.Fouten(Formulierboek.Concept, formulier, "", Let.Waarden))
                .DistinctBy(f => f.Veld),
        ];

    /// <summary>
    /// What must be there before an application can be submitted (2.8). Declarations need not: they can be completed afterwards (AWB 4:5).
    /// </summary>
    /// <param name="aanvrager">KVK number of who applies.</param>
    public static IReadOnlyList<Fout> Ontbrekend(Formulier formulier, Regelversie versie, string aanvragertype, string aanvrager) =>
        [
            .. Hoofdaanvrager(formulier, aanvragertype, aanvrager),
            .. Veldcontrole.Fouten(Formulierboek.Voor(versie, aanvragertype), formulier, "", Let.Verplicht),
        ];

    /// <summary>Both, and what only the rules of the window tell; of each field the first thing that is wrong.</summary>
    internal static IReadOnlyList<Fout> BijIndienen(Formulier formulier, Regelversie versie, string aanvragertype, string aanvrager) =>
        [
            .. Hoofdaanvrager(formulier, aanvragertype, aanvrager)
                .Concat(Gegevenscontrole.Nummers("partijen", formulier.Partijen ?? []))
                .Concat(Veldcontrole.Fouten(Formulierboek.Voor(versie, aanvragertype), formulier, "", Let.Alles))
                .DistinctBy(f => f.Veld),
        ];

    /// <summary>The part of a form that only another type of applicant fills.</summary>
    internal static IEnumerable<Fout> VanAnderType(Formulier formulier, Regelversie versie, string aanvragertype) =>
        Veldcontrole.Fouten(Formulierboek.Voor(versie, aanvragertype) with { Velden = [] }, formulier, "", Let.Verplicht);

    /// <summary>Of a budget that is no draft: what stands in it is whole.</summary>
    /// <param name="veld">Where the list stands.</param>
    public static IEnumerable<Fout> Activiteiten(string veld, IReadOnlyList<Activiteitgegevens>? activiteiten) =>
        Veldcontrole.Fouten(
            Formulierboek.Activiteiten,
            activiteiten,
            veld,
            activiteiten is { Count: > 0 } ? Let.Waarden | Let.Verplicht : Let.Waarden
        );

    /// <summary>Whether there is something that the rules can compute.</summary>
    internal static bool IsTeRekenen(Formulier formulier, string aanvragertype) =>
        formulier.Activiteiten is { Count: > 0 } activiteiten
        // What a draft does not say yet, the rules cannot ask.
        && activiteiten.All(a => a.Soort is not null)
        && (
            aanvragertype == Aanvragertype.Samenwerkingsverband
                ? formulier.Partijen is { Count: > 0 } partijen
                    && !partijen.Any(p =>
                        p.AandeelKosten is null || (p.IsMkb && (p.WerkzamePersonen ?? p.Jaaromzet ?? p.Balanstotaal) is null)
                    )
                : formulier.Onderneming is { WerkzamePersonen: not null, Jaaromzet: not null, Balanstotaal: not null, SbiCodes: not null }
        )
        && Fouten(formulier).Count == 0;

    /// <summary>A partnership is asked for by its hoofdaanvrager, who represents the others (2.21).</summary>
    private static IEnumerable<Fout> Hoofdaanvrager(Formulier formulier, string aanvragertype, string aanvrager)
    {
        if (aanvragertype != Aanvragertype.Samenwerkingsverband || formulier.Partijen is not { Count: > 0 } partijen)
        {
            return [];
        }
        return Gegevenscontrole.Hoofdaanvrager("partijen", partijen) is { } fout
            ? [fout]
            : partijen
                .Index()
                .Where(p => p.Item.Rol == Deelnemergegevens.Hoofdaanvrager && p.Item.KvkNummer != aanvrager)
                .Select(p => new Fout(
                    $"partijen[{p.Index}].kvkNummer",
                    $"De hoofdaanvrager dient de aanvraag in. U bent aangemeld namens {aanvrager}: maak die onderneming hoofdaanvrager, of meld u aan namens de hoofdaanvrager.",
                    "artikel 2.21"
                ));
    }
}
