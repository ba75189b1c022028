using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Dossiers;

/// <summary>Confirms the receipt of an objection (6:14 Awb).</summary>
public sealed class BijBezwaarIngediend(Bezwaarpost post) : IVerwerker<BezwaarIngediendBericht>
{
    public Task Verwerk(BezwaarIngediendBericht bericht, CancellationToken ct) =>
        post.AanIndiener(new() { Bezwaarontvangst = bericht }, bericht.Indiener, ct);
}

public sealed class BijBezwaarHerstelGevraagd(Bezwaarpost post) : IVerwerker<BezwaarHerstelGevraagdBericht>
{
    public Task Verwerk(BezwaarHerstelGevraagdBericht bericht, CancellationToken ct) =>
        post.AanIndiener(new() { Bezwaarherstel = bericht }, bericht.Indiener, ct);
}

public sealed class BijBezwaarHoorzitting(Bezwaarpost post) : IVerwerker<BezwaarHoorzittingBericht>
{
    public Task Verwerk(BezwaarHoorzittingBericht bericht, CancellationToken ct) =>
        post.AanBelanghebbenden(new() { Hoorzitting = bericht }, bericht.Indiener, ct);
}

/// <summary>Tells of a later last day when it was decided so (7:10 Awb); what follows from other letters they say themselves.</summary>
public sealed class BijBezwaarBeslistermijn(Bezwaarpost post) : IVerwerker<BezwaarBeslistermijnBericht>
{
    public Task Verwerk(BezwaarBeslistermijnBericht bericht, CancellationToken ct) =>
        bericht.Reden is "commissie" or "verdaging" or "uitstel"
            ? post.AanBelanghebbenden(new() { Beslistermijn = bericht }, bericht.Indiener, ct)
            : Task.CompletedTask;
}

public sealed class BijBezwaarBeslist(Bezwaarpost post) : IVerwerker<BezwaarBeslistBericht>
{
    public Task Verwerk(BezwaarBeslistBericht bericht, CancellationToken ct) => post.AanAllen(new() { Bezwaarbeslissing = bericht }, ct);
}
