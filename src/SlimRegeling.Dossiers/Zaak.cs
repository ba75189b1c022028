using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers;

/// <summary>Whose case it is and by which rules, as heard of its submission or asked before it.</summary>
/// <param name="Concept">True while only its applicant may know of it; absent from the submission on.</param>
public sealed record Zaak(string Id, string KvkNummer, string Regelversie, bool? Concept = null) : IVanOnderneming;

/// <summary>The documents of a draft become those of the case. What is kept of it never changes then, so a later message says the same.</summary>
public sealed class BijAanvraagIngediend(Werkeenheid<DossiersContext> eenheid, Stroom<Document> documenten, Emailpost post, Moment moment)
    : IVerwerker<AanvraagIngediendBericht>
{
    public async Task Verwerk(AanvraagIngediendBericht bericht, CancellationToken ct)
    {
        // Whoever adds to the draft at this moment is before or after this, never beside it.
        await Documentruimte.Slot(eenheid.Sessie, bericht.Zaaknummer, ct);
        var eerder = await eenheid.Sessie.LoadAsync<Zaak>(bericht.Zaaknummer, ct);
        eenheid.Sessie.Store(new Zaak(bericht.Zaaknummer, bericht.KvkNummer, bericht.Regelversie));
        post.BijZaak(Emailsoort.Ontvangst, "", bericht.Zaaknummer, bericht.KvkNummer);
        if (eerder?.Concept != true)
        {
            return;
        }
        var ids = await Documentruimte.Ids(eenheid.Sessie, bericht.Zaaknummer, ct);
        if (ids.Count > 0)
        {
            await documenten.SchrijfOfBegin(ids, (_, document) => Beslis(document!, bericht, moment.Nu), ct);
        }
    }

    public static Beslissing Beslis(Document document, AanvraagIngediendBericht bericht, Instant nu) =>
        document.BijConcept && document.Stand != Documentstand.Verwijderd
            ? new DocumentIngediend(
                document.Zaaknummer,
                bericht.KvkNummer,
                document.Soort,
                document.Hash,
                document.Stand,
                document.Reden,
                // Until this is heard it can be added to, also after the submission: that counts from its own moment.
                document.OntvangenOp
                    is { } op
                && op > bericht.Op
                    ? op
                    : bericht.Op,
                nu
            )
            : Beslissing.Geen;
}
