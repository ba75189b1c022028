using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Dossiers.Emails;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Post;

/// <summary>
/// An employee says that a bundle was posted on its day: then its letters are sent, and the terms of their decisions run from that day. Or that it was
/// not: then they wait again. Not who has an interest of their own in one of its cases: a colleague does.
/// </summary>
public static class Posten
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/postbundels/{id}/verzending", Verzend).Voor(Bundelen.Postkamer).Geeft<Bijgewerkt>();
        api.MapPost("/postbundels/{id}/intrekking", TrekIn).Voor(Bundelen.Postkamer).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Verzend(
        string id,
        Verzoek verzoek,
        Stroom<Postbundel> bundels,
        Stroom<Brief> brieven,
        Emailpost post,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        PostbundelGemaakt? gemaakt = null;
        var zaken = new HashSet<string>();
        var uitkomst = await bundels.Schrijf(
            id,
            bundel =>
            {
                gemaakt = bundel.Gemaakt;
                return Gepost(bundel, persoon.Onderwerp, nu);
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            await brieven.SchrijfOfBegin(
                gemaakt!.Brieven,
                (_, brief) =>
                {
                    var opdracht = brief!.Opdracht!;
                    zaken.Add(opdracht.Zaaknummer);
                    // The applicant hears nothing of what goes to somebody else, of whom no e-mail address is known; neither does who died.
                    if (opdracht.Ontvanger is null && brief.EnkelPerPost != true)
                    {
                        post.BijZaak(Emailsoort.Brief, opdracht.Emailkenmerk, opdracht.Zaaknummer, opdracht.KvkNummer);
                    }
                    return new BriefVerzonden(
                        opdracht.Zaaknummer,
                        opdracht.Soort,
                        opdracht.Besluit,
                        gemaakt.Verzenddag,
                        nu,
                        opdracht.Ontvanger
                    );
                },
                ct
            );
        }
        return uitkomst with { Zaken = [.. zaken] };
    }

    private static async Task<Uitkomst> TrekIn(
        string id,
        Verzoek verzoek,
        Stroom<Postbundel> bundels,
        Stroom<Brief> brieven,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        PostbundelGemaakt? gemaakt = null;
        var zaken = new HashSet<string>();
        var uitkomst = await bundels.Schrijf(
            id,
            bundel =>
            {
                gemaakt = bundel.Gemaakt;
                return bundel.NietKlaar() is { } weigering ? weigering : new PostbundelVervallen(persoon.Onderwerp, nu);
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            await brieven.SchrijfOfBegin(
                gemaakt!.Brieven,
                (_, brief) =>
                {
                    zaken.Add(brief!.Zaaknummer);
                    return new BriefUitBundel(id, nu);
                },
                ct
            );
        }
        return uitkomst with { Zaken = [.. zaken] };
    }

    /// <summary>Not before its day: nobody can know then that it was.</summary>
    public static Beslissing Gepost(Postbundel bundel, string wie, Instant nu)
    {
        if (bundel.NietKlaar() is { } weigering)
        {
            return weigering;
        }
        var dag = bundel.Gemaakt!.Verzenddag;
        return Moment.Dag(nu) < dag
            ? Weigering.Van(
                "te-vroeg-gepost",
                $"Deze brieven zijn gedateerd op {Datumtekst.Van(dag)}. Meld ze op die dag of later als gepost. Gaan ze eerder weg? Trek de bundel in en maak een nieuwe."
            )
            : new PostbundelGepost(wie, nu);
    }
}
