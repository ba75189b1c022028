using SlimRegeling.Aanvragen.Aanvraagformulieren;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// How an application was at the moment of receipt: which declarations were missing, which documents are asked as a file, who had not confirmed,
/// and who submitted it. The receipt tells it (4:3a Awb), so whatever happens later changes nothing of it.
/// </summary>
/// <param name="Gemachtigde">KVK number of the adviser by whom it was submitted; absent when the enterprise did it itself.</param>
public sealed record Ontvangststand(
    IReadOnlyList<Ontvangststand.Verklaring> Ontbrekend,
    IReadOnlyList<Ontvangststand.Bestand> GevraagdeBestanden,
    IReadOnlyList<Ontvangststand.Partij> NietBevestigd,
    string? Gemachtigde = null
)
{
    /// <param name="Titel">In words, from the rules.</param>
    /// <param name="Van">Names of the parties that did not make it; absent of a single applicant, and when the form was destroyed.</param>
    public sealed record Verklaring(string Soort, string Titel, string Artikel, IReadOnlyList<string>? Van = null);

    /// <param name="Soort">The kind under which it is sent.</param>
    public sealed record Bestand(string Soort, string Titel);

    /// <param name="Naam">As the form had it; absent when there was none, or it was destroyed.</param>
    public sealed record Partij(string KvkNummer, string? Naam = null);

    /// <param name="formulier">As it was received; null when it was destroyed.</param>
    public static Ontvangststand Van(
        AanvraagIngediend ingediend,
        Formulier? formulier,
        IReadOnlyList<string>? nietBevestigd,
        string? gemachtigde,
        Regelversie versie
    ) =>
        new(
            [.. (ingediend.Ontbreekt ?? []).Select(versie.Document).Select(d => Van(d, ingediend, formulier, versie))],
            [
                // Who acts by a machtiging has it on record: in the portal, or at the broker of eHerkenning.
                .. Documenten
                    .Vereist(versie, ingediend.Aanvragertype, metIntermediair: false)
                    .Where(d => Documentschrijver.AlsBestand(d.Code))
                    .Select(d => new Bestand(d.Code, d.Titel)),
            ],
            [.. (nietBevestigd ?? []).Select(kvk => new Partij(kvk, formulier?.Partijen?.FirstOrDefault(p => p.KvkNummer == kvk)?.Naam))],
            gemachtigde
        );

    public static async Task<Ontvangststand> Lees(
        string zaaknummer,
        AanvraagIngediend ingediend,
        Regelstanden regels,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    ) =>
        Van(
            ingediend,
            await eenheid.Lees<Formulier>(ingediend.Inhoud, ct),
            (await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct))?.Ontvangen?.NietBevestigd,
            (await Gemachtigden.Van(eenheid.Sessie, zaaknummer, ct)).FirstOrDefault(h => h.Op == ingediend.Op)?.KvkNummer,
            regels.Toen(ingediend.Regelhash).Versie(ingediend.Regelversie, ingediend.Op)
        );

    private static Verklaring Van(Document document, AanvraagIngediend ingediend, Formulier? formulier, Regelversie versie) =>
        new(
            document.Code,
            document.Titel,
            $"artikel {document.Artikel}",
            formulier?.Ontbrekend(versie, ingediend.Aanvragertype) is { } ontbrekend && ontbrekend.Any(o => o.Rij is not null)
                ?
                [
                    .. ontbrekend
                        .Where(o => o.Document == document.Code && o.Rij is not null)
                        .Select(o => formulier.Partijen![o.Rij!.Value].Aanduiding),
                ]
                : null
        );
}
