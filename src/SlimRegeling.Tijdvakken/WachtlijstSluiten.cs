using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Beheer;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>Two scheme managers decide that nobody waits any longer: who waits is refused (2.12, under i), and what falls free stays free.</summary>
public static class WachtlijstSluiten
{
    public sealed record Verzoek(string Reden);

    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Ondertekening(string Hash);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/tijdvakken/{id}/wachtlijstsluiting", StelVoor).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();
        api.MapPost(
                "/tijdvakken/{id}/wachtlijstsluiting/ondertekening",
                (
                    string id,
                    Ondertekening verzoek,
                    Stroom<Tijdvak> tijdvakken,
                    Verdeelbeurt beurt,
                    Werkeenheid<TijdvakkenContext> eenheid,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) => Onderteken(id, verzoek, tijdvakken, beurt, eenheid, persoon.Onderwerp, moment.Nu, ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> StelVoor(
        string id,
        Verzoek verzoek,
        Stroom<Tijdvak> tijdvakken,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    ) =>
        string.IsNullOrWhiteSpace(verzoek.Reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op waarom de wachtlijst kan sluiten.", "artikel 2.12, onder i"))
            : await tijdvakken.Schrijf(
                id,
                tijdvak =>
                    NietTeSluiten(tijdvak, moment.Nu) is { } weigering
                        ? weigering
                        : new WachtlijstsluitingVoorgesteld(tijdvakken.Bewaar(id, verzoek), persoon.Onderwerp, moment.Nu),
                ct
            );

    internal static async Task<Uitkomst> Onderteken(
        string id,
        Ondertekening verzoek,
        Stroom<Tijdvak> tijdvakken,
        Verdeelbeurt beurt,
        Werkeenheid<TijdvakkenContext> eenheid,
        string wie,
        Instant nu,
        CancellationToken ct
    )
    {
        var sessie = eenheid.Sessie;
        await beurt.Neem(id, ct);
        var gehoord = await Inschrijving.Stand(sessie, id, ct);
        var ronde = await tijdvakken.Lees(id, ct) is { } stand ? await BijBudgetVerdelen.Bezie(sessie, stand, gehoord, ct) : null;
        var uitkomst = await tijdvakken.Schrijf(
            id,
            tijdvak => Beslis(tijdvak, verzoek, gehoord, ronde!.Rust, ronde.TeLoten.Count > 0, wie, nu),
            ct
        );
        if (uitkomst.Weigering is null)
        {
            Plafondstand.SluitWachtlijst(sessie, id);
            Wachtrij.Sluit(sessie, id);
        }
        return uitkomst;
    }

    /// <param name="rust">Nobody can be given anything now.</param>
    /// <param name="wachtOpLoting">Some wait for a draw.</param>
    public static Beslissing Beslis(
        Tijdvak tijdvak,
        Ondertekening verzoek,
        Gehoord gehoord,
        bool rust,
        bool wachtOpLoting,
        string wie,
        Instant nu
    )
    {
        if (NietTeSluiten(tijdvak, nu) is { } weigering)
        {
            return weigering;
        }
        if (tijdvak.Sluitvoorstel is not { } voorstel)
        {
            return Weigering.Van(
                "geen-voorstel",
                "Er is niet voorgesteld om de wachtlijst te sluiten. Doe eerst een voorstel, met een reden."
            );
        }
        if (Hash(tijdvak.Id, voorstel) != verzoek.Hash)
        {
            return Voorstel.AnderVoorstel;
        }
        if (Voorstel.NietZelf(voorstel.Door, wie) is { } zelf)
        {
            return zelf;
        }
        if (wachtOpLoting)
        {
            return Weigering.Van(
                "loting-nodig",
                "Er wachten nog aanvragen van hetzelfde moment op een loting. Loot eerst.",
                "artikel 2.3 Kaderregeling"
            );
        }
        return !gehoord.Alles || gehoord.Tot < tijdvak.Sluit || !rust
            ? Weigering.Van(
                "nog-te-verdelen",
                "Er wordt nog budget verdeeld, of nog niet alle aanvragen zijn hier bekend. Vraag de ontvangststand op (ontvangsten) en probeer het over een ogenblik opnieuw."
            )
            : new WachtlijstGesloten([voorstel.Door, wie], voorstel.Reden, nu);
    }

    /// <summary>What is signed: the reason, and who proposed it when.</summary>
    internal static string Hash(string id, WachtlijstsluitingVoorgesteld voorstel) =>
        Voorstel.Hash(
            $"tijdvak {id}",
            "wachtlijstsluiting",
            $"reden {voorstel.Reden.Hash}",
            $"voorgesteld-door {voorstel.Door}",
            $"voorgesteld-op {Wandklok.Tekst(voorstel.Op)}"
        );

    private static Weigering? NietTeSluiten(Tijdvak tijdvak, Instant nu) =>
        tijdvak.Wachtlijst is not null ? Weigering.Van("wachtlijst-gesloten", $"De wachtlijst van {tijdvak.Id} is al gesloten.")
        : nu < tijdvak.Sluit
            ? Weigering.Van(
                "tijdvak-open",
                $"Tijdvak {tijdvak.Id} is nog niet gesloten. De wachtlijst sluit pas daarna.",
                "artikel 2.12, onder i"
            )
        : tijdvak is { Volgorde: Volgorde.Loting, Rangorde: null }
            ? Weigering.Van(
                "nog-niet-gerangschikt",
                $"De volgorde van {tijdvak.Id} staat nog niet vast. Leg eerst de lijst vast en loot zo nodig.",
                "artikel 2.10, eerste lid"
            )
        : null;
}
