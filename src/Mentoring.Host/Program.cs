using Mentoring.Host;

return await Commands.Run(args);
