using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Someone of finance proposes to set the interest for paying late (4:99 Awb), up to and without today; its amount follows from the rules. A colleague signs.
/// It can be set while the sum stands open, and once it was paid. When the claim became less and too much of it was paid, what is too much is paid back (4:102
/// Awb), which two colleagues sign.
/// </summary>
public static class RenteVoorstellen
{
    public sealed record Verzoek(string Argument);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/vorderingen/{vordering}/rente", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string vordering,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Vordering> vorderingen,
        Opdrachtgever opdrachtgever,
        Regelbron<BetalingenContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
        return await vorderingen.Schrijf(
            vordering,
            stand =>
                Beslis(
                    stand,
                    verzoek,
                    () => vorderingen.Bewaar(stand.Zaaknummer, opdrachtgever.Tekst(stand, verzoek.Argument)),
                    persoon.Onderwerp,
                    Geldschuldregels.Op(regels, nu),
                    nu
                ),
            ct
        );
    }

    /// <param name="bewaar">Keeps the text beside the stream; called only when it can be proposed.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(
        Vordering vordering,
        Verzoek verzoek,
        Func<Verwijzing> bewaar,
        string wie,
        Regelversie versie,
        Instant nu
    )
    {
        var vandaag = Moment.Dag(nu);
        // Of what was paid late the interest is set after that (4:92 Awb).
        if (vordering.Open.Totaal > 0 && Voorstelpoort.NietBekend(vordering) is { } weigering)
        {
            return weigering;
        }
        if (vordering.Verzuim is not { } verzuim || verzuim >= vandaag)
        {
            return Weigering.Van(
                "niet-in-verzuim",
                vordering.Termijn is { } termijn
                    ? $"De ontvanger kan tot en met {Datumtekst.Van(termijn.Uiterlijk)} op tijd betalen. Er is nog geen rente verschuldigd."
                    : "De betaaltermijn loopt nog niet. Er is geen rente verschuldigd.",
                "artikel 4:97 Awb"
            );
        }
        if (vordering.Voorstel is not null)
        {
            return Voorstelpoort.LigtVoor(vordering);
        }
        var totaal = vordering.Rente(versie, vandaag);
        var (soort, bedrag) = Nog(vordering, versie, vandaag, vandaag);
        if (totaal < WettelijkeRente.Drempel(versie, vandaag) && bedrag == 0)
        {
            return Weigering.Van(
                "rente-onder-drempel",
                $"De rente is tot vandaag {Getal.Euro(totaal)}. Minder dan {Getal.Euro(WettelijkeRente.Drempel(versie, vandaag))} is niet verschuldigd. Is alles betaald, dan is er geen rente; anders kunt u haar later vaststellen.",
                "artikel 4:98, tweede lid, Awb"
            );
        }
        if (bedrag == 0)
        {
            return Weigering.Van("rente-al-vastgesteld", "De rente tot vandaag is al vastgesteld.", Voorstelpoort.Rente);
        }
        if (Voorstelpoort.Argument(verzoek.Argument) is { } zonder)
        {
            return zonder;
        }
        return Voorstelpoort.Doe(
            vordering,
            new(
                soort,
                Voorstelpoort.Nummer(vordering, soort),
                bedrag,
                bewaar(),
                wie,
                nu,
                Tot: vordering.Rentedag(vandaag),
                Betaalopdracht: soort == Vorderingsbesluit.Renteteruggave ? Renteopdracht.Nummer(vordering) : null
            )
        );
    }

    /// <summary>
    /// What is to be decided about the interest up to and without a day, in euro; so little that it is not owed counts as none. What was set too much and not
    /// paid falls away; what was paid of it is given back by a decision of its own, as money leaves for it.
    /// </summary>
    /// <param name="op">The day of the proposal.</param>
    internal static (Vorderingsbesluit Soort, decimal Bedrag) Nog(Vordering vordering, Regelversie versie, LocalDate tot, LocalDate op)
    {
        var totaal = vordering.Rente(versie, tot);
        var bedrag = (totaal < WettelijkeRente.Drempel(versie, op) ? 0 : totaal) - vordering.Vastgesteld;
        return bedrag < 0 && vordering.Open.Rente <= 0
            ? (Vorderingsbesluit.Renteteruggave, -bedrag)
            : (Vorderingsbesluit.Rente, Math.Max(bedrag, -Math.Max(0, vordering.Open.Rente)));
    }
}
