using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// A decision on an objection, or one that mends a mistake, needs money: it is set apart in the next turn of the window. When it needs none any more,
/// that is free.
/// </summary>
public sealed class BijBezwaarbudgetGevraagd(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<BezwaarbudgetGevraagdBericht>
{
    public async Task Verwerk(BezwaarbudgetGevraagdBericht bericht, CancellationToken ct)
    {
        var nu = moment.Nu;
        await beurt.Deel(bericht.Tijdvak, ct);
        Bezwaarvragen.Vraag(eenheid.Sessie, bericht);
        if (bericht.Bedrag == 0)
        {
            await reserveringen.Schrijf(bericht.Zaaknummer, r => r.GeefBezwaarVrij(bericht.Bezwaar, nu, bericht.Versie ?? 0), nu, ct);
        }
        beurt.Wek(bericht.Tijdvak, nu);
    }
}

/// <summary>
/// What was asked for the objection asks no more. What an award takes is said by the award; of any other decision all is free, and so is what was set
/// apart once more after the award took it and before this was heard.
/// </summary>
public sealed class BijBezwaarBeslist(Bezwaarsluiting sluiting) : IVerwerker<BezwaarBeslistBericht>
{
    /// <summary>As Verlening calls that consequence: what is left of the award may have been less before it was heard, and less again since.</summary>
    private const string Herroepen = "herroepen";

    public Task Verwerk(BezwaarBeslistBericht bericht, CancellationToken ct) =>
        bericht.Gevolg == Herroepen
            ? sluiting.Sluit(bericht.Zaaknummer, bericht.Bezwaar, bericht.Versie ?? 0, r => r.IsHerroepen(bericht.Besluit), ct)
            : sluiting.Sluit(bericht.Zaaknummer, bericht.Bezwaar, bericht.Versie ?? 0, bericht.Bedrag ?? 0, ct);
}

public sealed class BijBezwaarIngetrokken(Bezwaarsluiting sluiting) : IVerwerker<BezwaarIngetrokkenBericht>
{
    public Task Verwerk(BezwaarIngetrokkenBericht bericht, CancellationToken ct) =>
        sluiting.Sluit(bericht.Zaaknummer, bericht.Bezwaar, bericht.Versie ?? 0, toegekend: 0, ct);
}

/// <summary>What was asked to mend a mistake asks no more. Where only the text was mended, nothing ever was.</summary>
public sealed class BijHerstelbesluitGenomen(Bezwaarsluiting sluiting) : IVerwerker<HerstelbesluitGenomenBericht>
{
    public Task Verwerk(HerstelbesluitGenomenBericht bericht, CancellationToken ct) =>
        bericht.Gevolg is null
            ? Task.CompletedTask
            : sluiting.Sluit(bericht.Zaaknummer, bericht.Besluit, bericht.Versie ?? 0, bericht.Bedrag ?? 0, ct);
}

public sealed class BijHerstelTeruggezonden(Bezwaarsluiting sluiting) : IVerwerker<HerstelTeruggezondenBericht>
{
    public Task Verwerk(HerstelTeruggezondenBericht bericht, CancellationToken ct) =>
        sluiting.Sluit(bericht.Zaaknummer, bericht.Herstel, bericht.Versie ?? 0, toegekend: 0, ct);
}

/// <summary>
/// The award became a higher one, or what was withdrawn of it was revoked: what was set apart for the objection, or to mend a mistake, is part of it now.
/// </summary>
public sealed class BijVerleningGewijzigd(
    Werkeenheid<TijdvakkenContext> eenheid,
    Verdeelbeurt beurt,
    Reserveringen reserveringen,
    Moment moment
) : IVerwerker<VerleningGewijzigdBericht>
{
    public async Task Verwerk(VerleningGewijzigdBericht bericht, CancellationToken ct)
    {
        var nu = moment.Nu;
        await beurt.Deel(bericht.Tijdvak, ct);
        var na = await reserveringen.Schrijf(
            bericht.Zaaknummer,
            r =>
                bericht.Intrekking is { } intrekking
                    ? r.Herroep(intrekking, bericht.Blijft, bericht.Bedrag, bericht.Besluit, bericht.Bezwaar, nu)
                    : r.LegVastNaBezwaar(bericht.Bedrag, bericht.Besluit, bericht.Bezwaar, nu),
            nu,
            ct
        );
        if (na is not null)
        {
            Wachtrij.LegVast(eenheid.Sessie, bericht.Zaaknummer, na.Bedrag);
        }
    }
}

/// <summary>Ends what an objection asks, while nobody gives out the money of the window.</summary>
public sealed class Bezwaarsluiting(Werkeenheid<TijdvakkenContext> eenheid, Verdeelbeurt beurt, Reserveringen reserveringen, Moment moment)
{
    /// <param name="toegekend">What the award is by the decision, in euro; zero when it gives none.</param>
    public Task Sluit(string zaaknummer, string bezwaar, long versie, decimal toegekend, CancellationToken ct) =>
        Sluit(zaaknummer, bezwaar, versie, r => toegekend == 0 || r.Heeft(toegekend), ct);

    /// <param name="verwerkt">Whether what the decision gives is in the award already.</param>
    public async Task Sluit(string zaaknummer, string bezwaar, long versie, Func<Reservering, bool> verwerkt, CancellationToken ct)
    {
        var nu = moment.Nu;
        if (await Bezwaarvragen.Tijdvak(eenheid.Sessie, zaaknummer, ct) is { } tijdvak)
        {
            await beurt.Deel(tijdvak, ct);
        }
        Bezwaarvragen.Sluit(eenheid.Sessie, bezwaar, zaaknummer, versie);
        await reserveringen.Schrijf(zaaknummer, r => verwerkt(r) ? r.GeefBezwaarVrij(bezwaar, nu, versie) : Beslissing.Geen, nu, ct);
    }
}
