using NodaTime;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers;

/// <summary>
/// Writes and sends a letter as soon as both are known: what it is about, and to whom it goes. Sending is putting it in the case of the
/// applicant, dated today. Of who asks for paper, and to heirs, it waits for the post instead, and is written for the day on which it is posted.
/// </summary>
public sealed class Verzenden(Stroom<Brief> brieven, Stroom<Geadresseerde> geadresseerden, Opmaken opmaken, Emailpost post, Moment moment)
{
    /// <summary>Something asks for a letter.</summary>
    public async Task Vraag(Briefopdracht opdracht, CancellationToken ct)
    {
        if (await brieven.Lees(opdracht.Brief, ct) is not null)
        {
            return;
        }
        Geadresseerde? aan = null;
        await geadresseerden.SchrijfOfBegin(
            opdracht.KvkNummer,
            geadresseerde =>
            {
                aan = geadresseerde;
                return Wacht(geadresseerde, opdracht);
            },
            ct
        );
        await Stuur(opdracht, aan?.Gegevens, aan?.Papier == true, ct);
    }

    /// <summary>Something asks for a letter to somebody else than the applicant, of whom nothing but an address is known.</summary>
    public Task VraagPerPost(Briefopdracht opdracht, CancellationToken ct) =>
        brieven.SchrijfOfBegin(opdracht.Brief, brief => Beslis(brief, opdracht, null, moment.Nu, naarPost: true), ct);

    /// <summary>The address of a waiting letter has become known.</summary>
    public async Task Verzend(string id, Verwijzing gegevens, bool papier, CancellationToken ct)
    {
        var brief = await brieven.Lees(id, ct);
        var opdracht = brief?.Opdracht ?? throw new InvalidOperationException($"Letter {id} waits, but was never asked for.");
        if (brief.Verzonden is null)
        {
            await Stuur(opdracht, gegevens, papier, ct);
        }
    }

    /// <summary>Without an address the letter waits for it.</summary>
    public static Beslissing Wacht(Geadresseerde? geadresseerde, Briefopdracht opdracht) =>
        geadresseerde?.Gegevens is not null || geadresseerde?.Wachtend.Contains(opdracht.Brief) == true
            ? Beslissing.Geen
            : new BriefWacht(opdracht.Brief);

    /// <summary>A letter is asked for once and sent once.</summary>
    /// <param name="opgemaakt">The letter; null when it cannot be written yet.</param>
    /// <param name="naarPost">Whether it waits for the post.</param>
    /// <param name="enkelPerPost">Whether no e-mail may tell of it.</param>
    public static Beslissing Beslis(
        Brief? brief,
        Briefopdracht opdracht,
        Opmaken.Opgemaakt? opgemaakt,
        Instant nu,
        bool naarPost = false,
        bool enkelPerPost = false
    )
    {
        List<Gebeurtenis> gebeurtenissen = [];
        if (brief?.Opdracht is null)
        {
            gebeurtenissen.Add(new BriefGevraagd(opdracht));
        }
        if (brief?.Verzonden is null && opgemaakt is not null)
        {
            var dag = Moment.Dag(nu);
            gebeurtenissen.Add(opgemaakt.Gebeurtenis(dag, nu));
            gebeurtenissen.Add(new BriefVerzonden(opdracht.Zaaknummer, opdracht.Soort, opdracht.Besluit, dag, nu, opdracht.Ontvanger));
        }
        else if (naarPost && (brief is null or { Verzonden: null, NaarPost: not true, Bundel: null }))
        {
            gebeurtenissen.Add(new BriefNaarPost(nu, enkelPerPost ? true : null));
        }
        return gebeurtenissen.Count == 0 ? Beslissing.Geen : Beslissing.Van(gebeurtenissen);
    }

    private async Task Stuur(Briefopdracht opdracht, Verwijzing? gegevens, bool papier, CancellationToken ct)
    {
        var nu = moment.Nu;
        var concept = gegevens is null || papier ? null : await opmaken.Maak(opdracht, gegevens, Moment.Dag(nu), ct);
        var enkelPerPost = concept is { EnkelPerPost: true };
        if (enkelPerPost)
        {
            (concept, papier) = (null, true);
        }
        await brieven.SchrijfOfBegin(
            opdracht.Brief,
            brief => Beslis(brief, opdracht, concept?.Opgemaakt, nu, naarPost: gegevens is not null && papier, enkelPerPost),
            ct
        );
        if (concept is not null)
        {
            opmaken.Bewaar(opdracht, concept);
            post.BijZaak(Emailsoort.Brief, opdracht.Emailkenmerk, opdracht.Zaaknummer, opdracht.KvkNummer);
        }
    }
}
