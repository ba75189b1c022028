using NodaTime;
using Npgsql;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>
/// The last day of what can or must still be done where a case stands now. Null is what does not belong to its status, or was not heard of yet.
/// </summary>
/// <param name="Aanvullen">For the applicant, to complete the application (4:5 Awb).</param>
/// <param name="Uitvoeren">Of the period in which the activities are done (2.13).</param>
/// <param name="Verantwoorden">For the recipient, to ask for the settlement; null where it comes without being asked.</param>
/// <param name="Bewijs">For the recipient, to give proof for the sample (2.24).</param>
/// <param name="Vaststellen">For the executor, to settle without being asked; null where it must be asked.</param>
/// <param name="Bezwaar">To object to the decision that it rests on (6:7, 6:8 Awb); null until the letter was sent.</param>
/// <param name="BeslissingOpBezwaar">For the executor, to decide on the objection that has to be decided on first (7:10 Awb).</param>
/// <param name="Beroep">To appeal at the court against the last decision on objection (6:7, 6:8 Awb); null until the letter was sent.</param>
public sealed record Laatstedagen(
    LocalDate? Aanvullen = null,
    LocalDate? Uitvoeren = null,
    LocalDate? Verantwoorden = null,
    LocalDate? Bewijs = null,
    LocalDate? Vaststellen = null,
    LocalDate? Bezwaar = null,
    LocalDate? BeslissingOpBezwaar = null,
    LocalDate? Beroep = null
)
{
    /// <summary>What was heard of it, whatever the status.</summary>
    /// <param name="Wijze">How the recipient accounts (<see cref="Verantwoordingswijze"/>).</param>
    /// <param name="Besluit">To which decision <c>Bezwaar</c> belongs.</param>
    /// <param name="BewijsVerzondenOp">When the letter that asks for proof was sent: its term counts from that day.</param>
    internal sealed record Gehoord(
        LocalDate? Aanvullen,
        LocalDate? PeriodeTot,
        string? Wijze,
        LocalDate? Bewijs,
        string? Besluit,
        LocalDate? Bezwaar,
        LocalDate? BewijsVerzondenOp = null
    )
    {
        public static Gehoord Lees(NpgsqlDataReader rij) =>
            new(
                rij.OfNiets<LocalDate>("aanvullen_uiterlijk"),
                rij.OfNiets<LocalDate>("periode_tot"),
                rij.Tekst("verantwoording"),
                rij.OfNiets<LocalDate>("bewijs_uiterlijk"),
                rij.Tekst("bezwaar_besluit"),
                rij.OfNiets<LocalDate>("bezwaar_tot"),
                rij.OfNiets<LocalDate>("bewijs_verzonden_op")
            );

        /// <summary>To give proof: the day that was said, or a later one when the letter that asks for it was sent later.</summary>
        public LocalDate? BewijsTot(Regelversie versie) =>
            Bewijs is { } gezegd && BewijsVerzondenOp is { } op
                ? LocalDate.Max(gezegd, Termijnen.Einde(versie, Termijncode.Bewijs, op))
                : Bewijs;
    }

    /// <param name="besluiten">The numbers of the decisions of the case, by the code of their step.</param>
    internal static Laatstedagen Van(Zaakstatus status, Gehoord gehoord, ILookup<string, string?> besluiten, Regelversie versie)
    {
        var loopt = status is Zaakstatus.Verleend or Zaakstatus.InSteekproef or Zaakstatus.BewijsOntvangen;
        var einde =
            loopt && gehoord is { PeriodeTot: { } tot, Wijze: { } wijze }
                ? Termijnen.Einde(versie, Verantwoordingswijze.Termijn(versie, wijze), tot)
                : (LocalDate?)null;
        var ambtshalve = gehoord.Wijze == Verantwoordingswijze.Ambtshalve;
        return new(
            status == Zaakstatus.AanvullingGevraagd ? gehoord.Aanvullen : null,
            loopt ? gehoord.PeriodeTot : null,
            ambtshalve ? null : einde,
            status == Zaakstatus.InSteekproef ? gehoord.BewijsTot(versie) : null,
            ambtshalve ? einde : null,
            Besluitstap(status) is { } stap && Beslotene.Prepend(stap).Any(s => besluiten[s].Contains(gehoord.Besluit))
                ? gehoord.Bezwaar
                : null
        );
    }

    /// <summary>What is decided beside that, and changes no status of itself.</summary>
    private static readonly string[] Beslotene =
    [
        Eigenstap.Herstelbesluit,
        Eigenstap.Wijzigingsbesluit,
        Eigenstap.TweedeVoorschot,
        Eigenstap.VerleningIngetrokken,
        Eigenstap.VaststellingIngetrokken,
    ];

    /// <summary>The decision that a status rests on.</summary>
    private static string? Besluitstap(Zaakstatus status) =>
        status switch
        {
            Zaakstatus.Verleend or Zaakstatus.InSteekproef or Zaakstatus.BewijsOntvangen => Stapcode.SubsidieVerleend,
            Zaakstatus.Vastgesteld or Zaakstatus.Afgerond or Zaakstatus.Heropend => Stapcode.SubsidieVastgesteld,
            Zaakstatus.Ingetrokken => Eigenstap.VerleningIngetrokken,
            Zaakstatus.Afgewezen => Stapcode.AanvraagAfgewezen,
            Zaakstatus.BuitenBehandeling => Stapcode.BuitenBehandeling,
            _ => null,
        };
}
