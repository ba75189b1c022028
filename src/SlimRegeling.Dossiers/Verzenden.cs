using NodaTime;
using SlimRegeling.Dossiers.Brieven;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Dossiers.Teksten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Dossiers;

/// <summary>
/// Writes and sends a letter as soon as both are known: what it is about, and to whom it goes. Sending is putting it in the case of the
/// applicant, dated today.
/// </summary>
public sealed class Verzenden(
    Stroom<Brief> brieven,
    Stroom<Geadresseerde> geadresseerden,
    Adresboek adressen,
    Bestandstabel bestanden,
    Emailpost post,
    Werkeenheid<DossiersContext> eenheid,
    Regelbron<DossiersContext> regelbron,
    Moment moment
)
{
    /// <param name="Hash">SHA-256 of the PDF.</param>
    public sealed record Opgemaakt(string Hash, string Regelversie, string Regelhash);

    /// <summary>Something asks for a letter.</summary>
    public async Task Vraag(Briefopdracht opdracht, CancellationToken ct)
    {
        if (await brieven.Lees(opdracht.Brief, ct) is not null)
        {
            return;
        }
        var nu = moment.Nu;
        Verwijzing? gegevens = null;
        await geadresseerden.SchrijfOfBegin(
            opdracht.KvkNummer,
            geadresseerde =>
            {
                gegevens = geadresseerde?.Gegevens;
                return Wacht(geadresseerde, opdracht);
            },
            ct
        );
        var pdf = gegevens is null ? null : await Stel(opdracht, gegevens, nu, ct);
        await brieven.SchrijfOfBegin(opdracht.Brief, brief => Beslis(brief, opdracht, pdf, nu), ct);
        if (pdf is not null)
        {
            Meld(opdracht);
        }
    }

    /// <summary>The address of a waiting letter has become known.</summary>
    public async Task Verzend(string id, Verwijzing gegevens, CancellationToken ct)
    {
        var nu = moment.Nu;
        var opdracht =
            (await brieven.Lees(id, ct))?.Opdracht ?? throw new InvalidOperationException($"Letter {id} waits, but was never asked for.");
        var pdf = await Stel(opdracht, gegevens, nu, ct);
        await brieven.SchrijfOfBegin(id, brief => Beslis(brief, opdracht, pdf, nu), ct);
        Meld(opdracht);
    }

    /// <summary>Without an address the letter waits for it.</summary>
    public static Beslissing Wacht(Geadresseerde? geadresseerde, Briefopdracht opdracht) =>
        geadresseerde?.Gegevens is not null || geadresseerde?.Wachtend.Contains(opdracht.Brief) == true
            ? Beslissing.Geen
            : new BriefWacht(opdracht.Brief);

    /// <summary>A letter is asked for once and sent once.</summary>
    /// <param name="opgemaakt">The letter; null when it cannot be written yet.</param>
    public static Beslissing Beslis(Brief? brief, Briefopdracht opdracht, Opgemaakt? opgemaakt, Instant nu)
    {
        List<Gebeurtenis> gebeurtenissen = [];
        if (brief?.Opdracht is null)
        {
            gebeurtenissen.Add(new BriefGevraagd(opdracht));
        }
        if (opgemaakt is not null && brief?.Verzonden is null)
        {
            var dag = Moment.Dag(nu);
            gebeurtenissen.Add(new BriefOpgesteld(opgemaakt.Hash, dag, nu, opgemaakt.Regelversie, opgemaakt.Regelhash));
            gebeurtenissen.Add(new BriefVerzonden(opdracht.Zaaknummer, opdracht.Soort, opdracht.Besluit, dag, nu));
        }
        return gebeurtenissen.Count == 0 ? Beslissing.Geen : Beslissing.Van(gebeurtenissen);
    }

    private void Meld(Briefopdracht opdracht) => post.BijZaak(Emailsoort.Brief, opdracht.Soort, opdracht.Zaaknummer, opdracht.KvkNummer);

    private async Task<Opgemaakt> Stel(Briefopdracht opdracht, Verwijzing gegevens, Instant nu, CancellationToken ct)
    {
        var adres = await adressen.Van(opdracht.KvkNummer, gegevens, ct);
        var zaak = await eenheid.Sessie.LoadAsync<Zaak>(opdracht.Zaaknummer, ct);
        var dag = Moment.Dag(nu);
        var versie = (await regelbron.Nu(ct)).Versie(Regelversie(opdracht, zaak, dag), nu);
        var pdf = Pdfbrief.Maak(Brieftekst.Van(opdracht, adres, versie, dag));
        bestanden.Bewaar(opdracht.Brief, opdracht.Zaaknummer, pdf);
        return new(Bestandstabel.Hash(pdf), versie.Id, versie.Hash);
    }

    // The requests for a completion and for proof do not name their rule version: they follow that of the case, or, before that was heard of, of
    // the day.
    private static string Regelversie(Briefopdracht opdracht, Zaak? zaak, LocalDate dag) =>
        opdracht.Verlening?.Regelversie
        ?? opdracht.Afwijzing?.Regelversie
        ?? opdracht.BuitenBehandeling?.Regelversie
        ?? opdracht.Vaststelling?.Regelversie
        ?? zaak?.Regelversie
        ?? Regelboek.Laad().Last(v => v.Vanaf <= dag).Id;
}
