using System.Collections.Concurrent;
using MassTransit;

namespace SlimRegeling.Api.Tests;

/// <summary>Listens to the bus of the program.</summary>
internal sealed class Busgehoor : IPublishObserver
{
    /// <summary>All that went over it.</summary>
    public ConcurrentQueue<object> Gezegd { get; } = new();

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        Gezegd.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
