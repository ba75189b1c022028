using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// The recipient says what they think of it, in the portal; an employee types in what came otherwise (4:9 Awb leaves the form to them). What comes late
/// is taken too, until it is decided.
/// </summary>
public static class ZienswijzeGeven
{
    /// <param name="Tekst">Absent when they say to have nothing to say.</param>
    /// <param name="OntvangenOp">By an employee: the day on which it came; absent: today.</param>
    public sealed record Verzoek(string? Tekst = null, LocalDate? OntvangenOp = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/intrekkingen/zienswijze",
                (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verlening> verleningen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    verleningen.Schrijf(
                        zaaknummer,
                        verlening =>
                            Beslis(
                                verlening,
                                verzoek,
                                tekst => verleningen.Bewaar(zaaknummer, tekst),
                                persoon.KvkNummer is null ? persoon.Onderwerp : null,
                                moment.Nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);

    /// <param name="bewaar">Keeps what they wrote beside the stream; called only when it is taken.</param>
    /// <param name="invoerder">Pseudonym of who types it in; null when the recipient gives it.</param>
    public static Beslissing Beslis(
        Verlening verlening,
        Verzoek verzoek,
        Func<Zienswijze, Verwijzing> bewaar,
        string? invoerder,
        Instant nu
    )
    {
        if (verlening.Intrekking is not { Voorstel: { } voorstel } intrekking || (invoerder is null && intrekking.Termijn is null))
        {
            return Weigering.Van(
                "geen-voornemen",
                "Er is nu geen voornemen om deze subsidie in te trekken of te verlagen. U hoeft niet te reageren.",
                "artikel 4:8 Awb"
            );
        }
        var vandaag = Moment.Dag(nu);
        var dag = invoerder is null ? vandaag : verzoek.OntvangenOp ?? vandaag;
        if ((invoerder is null && verzoek.OntvangenOp is not null) || dag > vandaag || dag < Moment.Dag(voorstel.Op))
        {
            return Weigering.Invoer(
                new Fout("ontvangenOp", "Kies de dag waarop de reactie binnenkwam: niet in de toekomst en niet voor het voornemen.")
            );
        }
        var tekst = verzoek.Tekst?.Trim() ?? "";
        return new ZienswijzeOntvangen(
            voorstel.Intrekking,
            tekst.Length == 0 ? null : bewaar(new Zienswijze(tekst)),
            invoerder is null ? Zienswijzewijze.Online : Zienswijzewijze.Ingevoerd,
            dag,
            invoerder,
            nu
        );
    }
}
