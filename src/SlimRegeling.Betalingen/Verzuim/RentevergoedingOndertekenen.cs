using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Verzuim;

/// <summary>
/// Two others of finance sign that we pay interest for paying late, or send the proposal back. With the second signature it is decided, ordered to be paid and
/// told to the recipient.
/// </summary>
public static class RentevergoedingOndertekenen
{
    /// <param name="Hash">Of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    /// <inheritdoc cref="Verzoek"/>
    public sealed record Terugzending(string Hash, string Reden);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/betaalopdrachten/{id}/rentevergoeding/ondertekening", Voer)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
        api.MapPost("/betaalopdrachten/{id}/rentevergoeding/terugzending", ZendTerug)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();
        api.MapGet("/betaalopdrachten/{id}/rentevergoeding/tekst", GeefTekst).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);
    }

    private static async Task<Uitkomst> Voer(
        string id,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Rentevergoeding> rentevergoedingen,
        Stroom<Betaalopdracht> betaalopdrachten,
        Opdragen opdragen,
        Belangen belangen,
        Moment moment,
        CancellationToken ct
    )
    {
        RentevergoedingBesloten? besloten = null;
        var uitkomst = await rentevergoedingen.SchrijfOfBegin(
            Renteopdracht.Nummer(id),
            _ => { },
            async stand =>
            {
                if (stand is null || await betaalopdrachten.Lees(id, ct) is not { } betaalopdracht)
                {
                    return Weigering.NietGevonden(id);
                }
                var metBelang = (await belangen.Bij([stand.Zaaknummer], ct))[stand.Zaaknummer].ToHashSet(StringComparer.Ordinal);
                var beslissing = Beslis(stand, betaalopdracht, verzoek.Hash, persoon.Onderwerp, metBelang, moment.Nu);
                besloten = beslissing.Gebeurtenissen.OfType<RentevergoedingBesloten>().FirstOrDefault();
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is null && besloten is { Voorstel.Bedrag: > 0 })
        {
            await opdragen.Voer(Renteopdracht.Van(besloten), ct);
        }
        return uitkomst;
    }

    private static Task<Uitkomst> ZendTerug(
        string id,
        Terugzending verzoek,
        Persoon persoon,
        Stroom<Rentevergoeding> rentevergoedingen,
        Moment moment,
        CancellationToken ct
    ) =>
        rentevergoedingen.Schrijf(
            Renteopdracht.Nummer(id),
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => rentevergoedingen.Bewaar(stand.Zaaknummer, new Reden(verzoek.Reden.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );

    /// <summary>Gives Dossiers why it was decided so, for the letter that tells of it.</summary>
    /// <param name="tekst">As the message names it.</param>
    private static async Task<Uitkomst> GeefTekst(
        string id,
        Guid tekst,
        Stroom<Rentevergoeding> rentevergoedingen,
        Werkeenheid<BetalingenContext> eenheid,
        CancellationToken ct
    ) =>
        await rentevergoedingen.Lees(Renteopdracht.Nummer(id), ct) is { Besloten.Voorstel.Tekst.Id: var eigen }
        && eigen == tekst
        && await eenheid.Sessie.LoadAsync<Inhoud>(tekst, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(id);

    /// <param name="wie">Pseudonym of who signs.</param>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case.</param>
    public static Beslissing Beslis(
        Rentevergoeding rentevergoeding,
        Betaalopdracht betaalopdracht,
        string hash,
        string wie,
        IReadOnlyCollection<string> metBelang,
        Instant nu
    )
    {
        if (metBelang.Contains(wie))
        {
            return Belang.Gesloten(rentevergoeding.Zaaknummer);
        }
        if (rentevergoeding is not { Voorstel: { } voorstel })
        {
            return GeenVoorstel;
        }
        if (voorstel.Door == wie)
        {
            return Weigering.NietDoorU(
                "zelf-voorgesteld",
                "U hebt dit zelf voorgesteld. Laat collega's het ondertekenen.",
                "artikel 2:4, eerste lid, Awb"
            );
        }
        if (rentevergoeding.Handtekeningen.Contains(wie))
        {
            return Weigering.NietDoorU(
                "zelfde-persoon",
                "U hebt dit voorstel al ondertekend. Laat een collega de volgende handtekening zetten.",
                "artikel 2:4, eerste lid, Awb"
            );
        }
        if (metBelang.Contains(voorstel.Door) || rentevergoeding.Handtekeningen.Any(metBelang.Contains))
        {
            return Weigering.Van(
                "voorstel-met-belang",
                "Wie dit voorstelde of al ondertekende, meldde daarna een eigen belang. Zend het voorstel terug. Een collega doet dan een nieuw voorstel.",
                "artikel 2:4 Awb"
            );
        }
        if (rentevergoeding.Voorgesteld!.Hash != hash || RentevergoedingVoorstellen.Hash(voorstel) != hash)
        {
            return Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het opnieuw op, lees het en gebruik de hash die erbij staat.",
                "artikel 3:2 Awb"
            );
        }
        if (
            betaalopdracht is not { Status: Betaalstatus.Uitgevoerd, Boekdatum: { } betaald }
            || betaald != voorstel.Tot
            || betaalopdracht.Opdracht.Bedrag != voorstel.Hoofdsom
        )
        {
            return Weigering.Van(
                "betaling-veranderd",
                $"Betaling {betaalopdracht.Id} is sinds het voorstel teruggekomen, of op een andere dag betaald. Zend het voorstel terug en doe een nieuw voorstel.",
                RentevergoedingVoorstellen.Verzuim
            );
        }
        var ondertekend = new RentevergoedingOndertekend(hash, wie, nu);
        return rentevergoeding.Handtekeningen.Count + 1 < Betaalopdracht.Akkoordeisen
            ? ondertekend
            : Beslissing.Van([
                ondertekend,
                new RentevergoedingBesloten(voorstel, [voorstel.Door, .. rentevergoeding.Handtekeningen, wie], nu),
            ]);
    }

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(
        Rentevergoeding rentevergoeding,
        Terugzending verzoek,
        Func<Verwijzing> bewaar,
        string wie,
        Instant nu
    ) =>
        rentevergoeding.Voorgesteld is not { } voorgesteld ? GeenVoorstel
        : voorgesteld.Hash != verzoek.Hash
            ? Weigering.Van(
                "ander-voorstel",
                "Het voorstel dat u noemt is niet het voorstel dat nu voorligt. Haal het opnieuw op.",
                "artikel 3:2 Awb"
            )
        : string.IsNullOrWhiteSpace(verzoek.Reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op wat er anders moet.", "artikel 3:46 Awb"))
        : new RentevergoedingTeruggezonden(voorgesteld.Hash, wie, bewaar(), nu);

    private static Weigering GeenVoorstel =>
        Weigering.Van("geen-voorstel", "Er ligt over deze rente geen voorstel om te ondertekenen.", "artikel 3:2 Awb");
}
