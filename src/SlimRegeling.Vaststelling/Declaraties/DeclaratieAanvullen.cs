using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// Asks the recipient once for what the declaration lacks (4:45, second paragraph, Awb): who sends nothing is judged on the declaration that there is. Who
/// never sent one is given a last term, and settled without it after that (4:44, third and fourth paragraph, Awb).
/// </summary>
public static class DeclaratieAanvullen
{
    private const string Artikel = "4:45, tweede lid, Awb";
    private const int Langste = 4_000;

    /// <param name="Vraag">What is lacking, for the recipient.</param>
    public sealed record Verzoek(string Vraag);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/verantwoordingen/{zaaknummer}/declaratie/aanvullingsvraag", GeefDoor).Voor(Rol.Dienst).Geeft<Inhoudsafschrift>();
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/declaratie/aanvullingsverzoek",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var regels = await regelbron.Nu(ct);
                    return await verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording =>
                            Beslis(
                                verantwoording,
                                verzoek.Vraag,
                                inhoud => verantwoordingen.Bewaar(zaaknummer, inhoud),
                                persoon.Onderwerp,
                                regels,
                                moment.Nu
                            ),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
    }

    /// <summary>For the letter, of which the message has the hash only.</summary>
    private static async Task<Uitkomst> GeefDoor(
        Zaaknummer zaaknummer,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        CancellationToken ct
    ) =>
        await verantwoordingen.Lees(zaaknummer, ct) is { Declaratieaanvulling.Vraag: { } vraag }
        && await eenheid.Sessie.LoadAsync<Inhoud>(vraag.Id, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(zaaknummer);

    /// <param name="bewaar">Keeps the question beside the stream; called only when it is asked.</param>
    public static Beslissing Beslis(
        Verantwoording verantwoording,
        string vraag,
        Func<object, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        if ((Stand.OpVerzoek(verantwoording) ?? Stand.Persoon(verantwoording, wie)) is { } weigering)
        {
            return weigering;
        }
        if (string.IsNullOrWhiteSpace(vraag) || vraag.Length > Langste)
        {
            return Weigering.Invoer(new Fout("vraag", $"Schrijf wat er ontbreekt, in ten hoogste {Langste} tekens.", Artikel));
        }
        switch (verantwoording)
        {
            case { Declaratie: null }:
                return DeclaratieBeoordelen.NietIngediend;
            case { Declaratieaanvulling: not null }:
                return Weigering.Van("al-gevraagd", "U hebt al een keer om een aanvulling gevraagd. Beoordeel wat er is.", Artikel);
            case { Voorstel: not null }:
                return Weigering.Van("al-voorgesteld", "Er ligt al een voorstel tot vaststelling. U kunt niets meer vragen.");
        }
        var opening = verantwoording.Opening!;
        var versie = regels.Versie(opening.Regelversie, nu);
        var uiterlijk = Termijnen.Einde(versie, Termijncode.Hersteltermijn, Moment.Dag(nu));
        return new DeclaratieaanvullingGevraagd(
            opening.KvkNummer,
            bewaar(new Declaratievraag(vraag)),
            uiterlijk,
            wie,
            nu,
            versie.Id,
            versie.Hash,
            VanafVerzending: true
        );
    }
}
