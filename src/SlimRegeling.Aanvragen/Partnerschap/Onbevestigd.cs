using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>
/// Parties that did not confirm online, in a draft in which that is in use. It stops nobody: the hoofdaanvrager represents the others (2.21), and
/// what a declaration lacks can be completed (AWB 4:5).
/// </summary>
/// <param name="Rij">Which of the parties of the form.</param>
internal sealed record Onbevestigd(int Rij, Partijgegevens Partij, Handeling? Laatst)
{
    /// <summary>Empty when nobody was invited: then the hoofdaanvrager fills everything in, as software of an adviser does.</summary>
    public static IReadOnlyList<Onbevestigd> Van(Formulier formulier, IReadOnlyDictionary<string, Uitnodiging> uitnodigingen) =>
        uitnodigingen.Values.All(u => u.Laatst == Handeling.Ingetrokken)
            ? []
            :
            [
                .. (formulier.Partijen ?? [])
                    .Select((partij, rij) => (Partij: partij, Rij: rij, Uitnodiging: uitnodigingen.GetValueOrDefault(partij.KvkNummer)))
                    .Where(p => p.Partij.Rol != Deelnemergegevens.Hoofdaanvrager && p.Uitnodiging?.IsGetekend(p.Partij) != true)
                    .Select(p => new Onbevestigd(p.Rij, p.Partij, p.Uitnodiging?.Laatst)),
            ];

    public static async Task<IReadOnlyList<Onbevestigd>> Van(
        Concept concept,
        string aanvragertype,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    ) =>
        aanvragertype == Aanvragertype.Samenwerkingsverband
            ? Van(concept.Formulier, await UitnodigingenTonen.VanZaak(concept.Id, eenheid, ct))
            : [];

    public Fout Fout(Regelversie versie)
    {
        var wie = Partij.Naam is { Length: > 0 } naam ? naam : $"De partij met KVK-nummer {Partij.KvkNummer}";
        var wat = Laatst switch
        {
            Handeling.Geweigerd => "doet niet mee. Haal haar uit uw plan, of nodig haar opnieuw uit.",
            Handeling.Bevestigd => "tekende, maar haar deel is daarna gewijzigd. Vraag haar om opnieuw te tekenen.",
            Handeling.Uitgenodigd => "heeft nog niet online bevestigd en getekend.",
            _ => "is niet uitgenodigd om online te bevestigen.",
        };
        return new($"partijen[{Rij}]", $"{wie} {wat}", $"artikel {versie.Document(Documentcode.Samenwerkingsovereenkomst).Artikel}");
    }
}
